import '../support/lagging-networks';
// The worked examples, once more. A file of their own, for their hooks would found a network for every other spec.
import './worked-examples.spec';

jest.setTimeout(120_000);
