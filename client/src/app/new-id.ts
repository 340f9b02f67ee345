/** An id that makes a creation repeatable: 128 random bits as 32 hexadecimal digits (contracts/endpoint.ts). */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
