import { MemorySecurityLog } from '#platform/security-log/memory/memory-security-log';
import { securityLogContract } from './security-log.contract';

securityLogContract('memory', () => new MemorySecurityLog());
