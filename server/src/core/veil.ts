import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Stands for the members of one activity where nobody is to know who they are: ids that are the same each time, say
 * nothing about whom they stand for, and lead back to them on this installation alone.
 */
export interface Veil {
  hide(memberId: string): string;
  /** Of what is no hidden id it makes some id that nobody has. */
  show(hiddenId: string): string;
  /** A text that cannot be read; each time another one. */
  hideText(text: string): string;
  /** @returns null for what is no hidden text */
  showText(hidden: string): string | null;
}

export type VeilOf = (activityId: string) => Veil;

const BLOCK_BYTES = 16;

/** @param secretKey the installation's */
export const createVeils =
  (secretKey: Buffer): VeilOf =>
  (activityId) => {
    const key = Buffer.from(
      hkdfSync('sha256', secretKey, activityId, 'roundtable hidden members', BLOCK_BYTES),
    );
    /** An id has as many bytes as a block of AES: each is one block, so no two become the same. */
    function oneBlock(id: string, way: 'hide' | 'show'): string {
      const cipher =
        way === 'hide'
          ? createCipheriv('aes-128-ecb', key, null)
          : createDecipheriv('aes-128-ecb', key, null);
      cipher.setAutoPadding(false);
      return Buffer.concat([cipher.update(Buffer.from(id, 'hex')), cipher.final()]).toString('hex');
    }
    return {
      hide: (memberId) => oneBlock(memberId, 'hide'),
      show: (hiddenId) => oneBlock(hiddenId, 'show'),
      hideText(text) {
        const start = randomBytes(BLOCK_BYTES);
        const cipher = createCipheriv('aes-128-cbc', key, start);
        return Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final()]).toString('base64url');
      },
      showText(hidden) {
        const bytes = Buffer.from(hidden, 'base64url');
        try {
          const decipher = createDecipheriv('aes-128-cbc', key, bytes.subarray(0, BLOCK_BYTES));
          return Buffer.concat([decipher.update(bytes.subarray(BLOCK_BYTES)), decipher.final()]).toString(
            'utf8',
          );
        } catch {
          // What was not made here, or not whole.
          return null;
        }
      },
    };
  };
