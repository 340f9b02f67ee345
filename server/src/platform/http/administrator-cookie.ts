import { readCookie } from './cookies.ts';

/** The console's session in the browser: not for scripts, not for other sites, not for other hosts. */
export interface AdministratorCookie {
  /** The session's secret in a Cookie header, or null. */
  read(header: string | undefined): string | null;
  /** A Set-Cookie header. */
  write(secret: string, maxAgeSeconds: number): string;
  clear(): string;
}

/** Over http (on loopback alone) browsers take neither `Secure` nor the `__Host-` prefix that needs it. */
const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:');

export const cookieName = (publicUrl: string): string =>
  `${isSecure(publicUrl) ? '__Host-' : ''}roundtable-administrator`;

export function administratorCookie(publicUrl: string): AdministratorCookie {
  const name = cookieName(publicUrl);
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isSecure(publicUrl) ? '; Secure' : ''}`;
  return {
    read(header) {
      const value = readCookie(header, name);
      return value !== null && /^[\w-]{43}$/.test(value) ? value : null;
    },
    write: (secret, maxAgeSeconds) => `${name}=${secret}; Max-Age=${maxAgeSeconds}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}
