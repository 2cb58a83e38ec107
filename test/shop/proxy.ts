import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { recordOf, type ShopRequest } from './requests.ts';

/** A CONNECT proxy that leads every host to the local shop and remembers who was asked for. */
export interface Proxy {
  port: number;
  hosts: string[];
  plain: ShopRequest[];
  close(): Promise<void>;
}

/** Starts the proxy: `host:443` goes to the shop's TLS port, anything else is refused and remembered. */
export async function startProxy(shopPort: number): Promise<Proxy> {
  const hosts: string[] = [];
  const plain: ShopRequest[] = [];
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer(async (request, response) => {
    plain.push(await recordOf(request));
    response.writeHead(502).end();
  });
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    keep(client);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    hosts.push(host.toLowerCase());
    if (port !== '443') return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    keep(pipeToShop(client, head, shopPort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, hosts, plain, close };
}

function pipeToShop(client: Duplex, head: Buffer, shopPort: number): Socket {
  const upstream = connect(shopPort, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) upstream.write(head);
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on('close', () => client.destroy());
  client.on('close', () => upstream.destroy());
  return upstream;
}
