// Runs the emulator that the first argument names with the seed that the second holds, on a free port of the loopback alone.
// Prints its address when it listens, then the keys that it made. Ends with its standard input.
import { createServer, Server } from 'node:net';
import { pathToFileURL } from 'node:url';

const loopback = '127.0.0.1';
const port = await new Promise(found => {
    const probe = createServer().listen(0, loopback, () => {
        const { port } = probe.address();
        probe.close(() => found(port));
    });
});

// It would listen to everybody, and does not say when it does.
const listen = Server.prototype.listen;
const listening = new Promise(done => {
    Server.prototype.listen = function (port) {
        return listen.call(this, port, loopback, done);
    };
});

const { createEmulator } = await import(pathToFileURL(process.argv[2]));
const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: `http://${loopback}:${port}`,
    seed: JSON.parse(process.argv[3]),
});
await listening;
console.log(JSON.stringify({ address: emulator.url, secrets: emulator.generatedSecrets }));
process.stdin.on('end', () => process.exit(0)).resume();
