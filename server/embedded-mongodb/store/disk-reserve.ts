import { statfs } from 'node:fs/promises';
import { fail } from '../errors.ts';

const CHECK_MILLISECONDS = 1000;

/** Watches the free space of a file system, once a second, so that writes can be refused before the disk is full. */
export class DiskReserve {
  private readonly directory: string;
  private readonly bytes: number;
  private free = Infinity;
  private readonly timer: NodeJS.Timeout;

  private constructor(directory: string, bytes: number) {
    this.directory = directory;
    this.bytes = bytes;
    this.timer = setInterval(() => void this.check(), CHECK_MILLISECONDS);
    this.timer.unref();
  }

  static async watch(directory: string, bytes: number): Promise<DiskReserve> {
    const reserve = new DiskReserve(directory, bytes);
    await reserve.check();
    return reserve;
  }

  private async check(): Promise<void> {
    try {
      const { bavail, bsize } = await statfs(this.directory);
      this.free = bavail * bsize;
    } catch {
      // a file system that does not tell its free space is watched by the writes themselves
      this.free = Infinity;
    }
  }

  /** Throws OutOfDiskSpace when less than the reserve is free. */
  require(): void {
    if (this.free < this.bytes)
      fail(
        'OutOfDiskSpace',
        `available disk space of ${this.free} bytes is less than the required minimum of ${this.bytes}`,
      );
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
