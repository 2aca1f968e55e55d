import type { Socket } from 'node:net';
import { connect } from 'node:net';

/**
 * One HTTP/1.1 connection with one request in flight, by hand: a general client took as much of its core as the server of
 * its own, and would have been what is measured. It reads status and Content-Length, which every reply here has.
 */
export class Connection {
  private received = '';
  private answered: ((status: number) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (text: string) => this.receive(text));
    socket.on('error', (error) => {
      throw error;
    });
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
    });
  }

  /** Sends a whole request; the status of its reply, once that is complete. */
  send(request: string): Promise<number> {
    this.socket.write(request);
    return new Promise((resolve) => {
      this.answered = resolve;
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(text: string): void {
    this.received += text;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /^content-length: (\d+)/im.exec(this.received)?.[1];
    if (this.received.length < end + 4 + Number(length ?? 0)) return;
    const status = Number(this.received.slice(9, 12));
    if (status !== 201) throw new Error(this.received);
    this.received = '';
    this.answered?.(status);
  }
}
