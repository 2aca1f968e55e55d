import '../support/lagging-networks';
// Every spec of the reads, once more.
import '../../apps/api/reads/audit-events.spec';
import '../../apps/api/reads/cap-usage.spec';
import '../../apps/api/reads/claims-table.spec';
import '../../apps/api/reads/csv-files.spec';
import '../../apps/api/reads/entities.spec';
import '../../apps/api/reads/exposure.spec';
import '../../apps/api/reads/moments.spec';
import '../../apps/api/reads/my-work.spec';
import '../../apps/api/reads/paging.spec';
import '../../apps/api/reads/review-queue.spec';

jest.setTimeout(60_000);
