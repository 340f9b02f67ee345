export { type AuditStore, createAuditStore } from './audit.store.ts';
