import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { checkNode, checkPort } from './machine';

it.each([
  ['20.18.1', 'wrong'],
  ['18.20.0', 'wrong'],
  ['20.19.0', 'warning'],
  ['22.13.0', 'warning'],
  ['24.0.0', 'ok'],
  ['26.1.0', 'ok'],
])('Node %s is %s', (version, verdict) => {
  expect(checkNode(version).verdict).toBe(verdict);
});

it('a port that another program has is wrong, and as it should be while the server runs', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const { port } = other.address() as AddressInfo;
  expect((await checkPort('127.0.0.1', port, false)).verdict).toBe('wrong');
  expect((await checkPort('127.0.0.1', port, true)).verdict).toBe('ok');
  await new Promise((resolve) => {
    other.close(resolve);
  });
  expect((await checkPort('127.0.0.1', port, false)).verdict).toBe('ok');
  expect((await checkPort('192.0.2.1', port, false)).verdict).toBe('wrong');
});
