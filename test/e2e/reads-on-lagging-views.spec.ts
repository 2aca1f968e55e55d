import '../support/lagging-networks';
// Every spec of the reads, once more.
import '../../apps/api/reads/audit-events.spec';
import '../../apps/api/reads/cap-usage.spec';
import '../../apps/api/reads/claims-table.spec';
import '../../apps/api/reads/csv-files.spec';
import '../../apps/api/reads/entities.spec';
import '../../apps/api/reads/moments.spec';
import '../../apps/api/reads/paging.spec';

jest.setTimeout(60_000);
