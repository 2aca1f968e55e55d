import { claimsView } from '#contexts/incentives/views/claims';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { folderThread, writerThread } from './from-source';

/** Opens a data folder, asks it for a past moment, closes it and says so: `closing-program.ts FOLDER`. Nothing else keeps it alive. */
async function main(directory: string): Promise<void> {
  const network = await openEmbedded({ directory, folder: folderThread, writer: writerThread, reactions: 'manual' });
  // Whoever waits for an answer of the folding thread has a socket to answer on.
  const waiting = setInterval(() => undefined, 1_000);
  await network.asOf.at([claimsView], -1);
  clearInterval(waiting);
  await network.close();
  console.log('closed');
}

void main(process.argv[2]!);
