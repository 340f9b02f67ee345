/** What is used of ltijs 5.9.9, which has no types of its own. */
declare module 'ltijs' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** Database plugin: `enc` is the encryption key or false; a read answers an array or false. */
  interface LtijsDatabase {
    setup(): Promise<true>;
    Close(): Promise<true>;
    Get(enc: string | false, collection: string, query?: unknown): Promise<object[] | false>;
    Insert(enc: string | false, collection: string, item: unknown, index?: unknown): Promise<true>;
    Replace(
      enc: string | false,
      collection: string,
      query: unknown,
      item: unknown,
      index?: unknown,
    ): Promise<true>;
    Modify(enc: string | false, collection: string, query: unknown, changes: unknown): Promise<true>;
    Delete(collection: string, query: unknown): Promise<true>;
  }

  class LtijsProvider {
    setup(
      encryptionKey: string,
      database: { plugin: LtijsDatabase },
      options: {
        appRoute: string;
        loginRoute: string;
        keysetRoute: string;
        ltiaas: boolean;
        cors: boolean;
        devMode: boolean;
        tokenMaxAge: false;
        cookies: { secure: boolean; sameSite: 'None' };
      },
    ): this;
    /** Its Express 4 application. */
    readonly app: (
      request: IncomingMessage,
      response: ServerResponse,
      next: (error?: unknown) => void,
    ) => void;
    getPlatform(url: string, clientId: string): Promise<object | false>;
  }

  const ltijs: { readonly Provider: LtijsProvider };
  export type { LtijsDatabase, LtijsProvider };
  export default ltijs;
}
