export { createAuditStore } from './audit.store.ts';
