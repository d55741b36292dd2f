// A cloud-fs server, published form: node server.js [PORT [ROOT]] (brackets cite requirements)
'use strict';
const { promises: fs, readdirSync, rmSync } = require('node:fs');
const net = require('node:net');
const { basename, join } = require('node:path').posix;
const { StringDecoder } = require('node:string_decoder');
const { setTimeout: sleep } = require('node:timers/promises');
const { getSystemErrorMap, promisify } = require('node:util');

const SENTINEL = '__END__', PART = SENTINEL.length - 1; // what a part of it has at most
const MAX_ANSWER = 2048, MAX_FAILURE = 512, MAX_MESSAGE = 8192, MAX_SESSIONS = 1000;
const PAUSE = 150, LINGER = 2000, GRACE = 5000, IDLE = 600_000; // milliseconds
const WORDS = { ENOENT: 'not-found', ENOTDIR: 'not-a-directory', EISDIR: 'is-a-directory',
  EEXIST: 'already-exists', ENOTEMPTY: 'directory-not-empty', ENAMETOOLONG: 'invalid-name',
  ENOSPC: 'no-space', EDQUOT: 'quota-exceeded', EFBIG: 'too-large', EMFILE: 'busy', EROFS: 'denied',
  EACCES: 'denied', EPERM: 'denied', EBUSY: 'denied', EINVAL: 'denied', EXDEV: 'denied' };
const sessions = new Set();

// Refuses what was asked for, with a word for programs and a sentence for people [COM-4.1].
const fail = (word, sentence) => { throw Object.assign(new Error(sentence), { word }); };

// The first bytes of a text, without a character that does not fit whole [CLOUD-5.2].
const cut = (text, size) => new StringDecoder().write(Buffer.from(text).subarray(0, size));

// Says what failed [COM-4.1], and of what, but not where it lies on the host's disk [COM-2.6].
function explain({ word, message, code, errno }, ...subject) {
  const sentence = word ? message : getSystemErrorMap().get(errno)?.[1] ?? 'the server failed';
  const failure = [word ?? WORDS[code] ?? 'internal', sentence, ...subject].join(': ');
  return cut(failure.replace(/\p{Cc}/gu, '?'), MAX_FAILURE);
}

// Reads when it is asked to, and not ahead, so that memory stays constant [COM-5.5].
async function readMore(session) {
  const { value, done } = await session.chunks.next();
  if (done) throw new Error('the client has closed its side');
  session.buffer = Buffer.concat([session.buffer, value]);
}

// The next bytes of the client, however the network has cut them [CLOUD-2.2].
async function take(session, size) {
  while (session.buffer.length < size) await readMore(session);
  const taken = session.buffer.subarray(0, size);
  session.buffer = session.buffer.subarray(size);
  return taken;
}

// What is left of a content, if anything; what may be a part of a sentinel waits [COM-6.2].
async function* readContent(session) {
  while (session.hasContent) {
    const end = session.buffer.indexOf(SENTINEL);
    const piece = await take(session, end < 0 ? Math.max(0, session.buffer.length - PART) : end);
    await (end < 0 ? readMore(session) : take(session, SENTINEL.length));
    session.hasContent = end < 0;
    yield piece;
  }
}

// Whether a part of a path may be a name [COM-2.2]; the host knows when the whole is too long.
const isAllowed = (name) => Buffer.byteLength(name) <= 255
  && !/^\.vos-|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.test(name);

// Where a path leads from the root, `.`: never above it or over a link [COM-2.3, COM-2.4, COM-2.5].
async function locate({ directory }, path) {
  if (!path) fail('invalid-name', 'a name is missing');
  const names = join(path.startsWith('/') ? '.' : directory, path, '.').split('/');
  if (names[0] === '..') fail('outside-the-workspace', 'it leads above the root');
  if (!names.every(isAllowed)) fail('invalid-name', 'such a name is not allowed');
  let host = '.', stat;
  for (const name of names) {
    host = join(host, name);
    stat = await fs.lstat(host).catch((error) => { if (error.code !== 'ENOENT') throw error; });
    if (stat && !stat.isFile() && !stat.isDirectory()) fail('outside-the-workspace', 'over a link');
  }
  return { host, stat, isInUse: host === '.' || `${directory}/`.startsWith(`${host}/`) };
}

// Looks at a path and acts on it, one session after the other: nothing moves between [COM-2.5].
let last = Promise.resolve();
function use(session, path, action) {
  last = last.catch(() => {}).then(async () => action(await locate(session, path)));
  return last;
}

// The same for the path of a file, which a directory is not [COM-4.1].
const useFile = (session, path, action) => use(session, path, ({ host, stat }) => (
  stat?.isDirectory() ? fail('is-a-directory', 'a file is needed') : action(host)));

// Stores a content when it is complete [COM-5.1], or remembers why it is not stored [CLOUD-5.7].
async function upload(session, name) {
  const unfinished = `.vos-${crypto.randomUUID()}`;
  try {
    await fs.writeFile(unfinished, readContent(session));
    await useFile(session, name, (host) => fs.rename(unfinished, host));
  } catch (error) {
    await fs.rm(unfinished, { force: true }); // so that nothing is left [COM-5.2]
    for await (const _ of readContent(session)); // it is read to its end [CLOUD-3.3]
    Object.assign(session, { refused: session.refused + 1, why: explain(error, name) });
  }
}

// Whether a file holds a sentinel, or will seem to when one is behind it [CLOUD-5.6].
async function holdsSentinel(file) {
  let text = '', piece;
  do {
    piece = await file.read();
    text = text.slice(-PART) + piece.buffer.toString('latin1', 0, piece.bytesRead);
  } while (piece.bytesRead > 0 && !text.includes(SENTINEL));
  return (text + SENTINEL).indexOf(SENTINEL) < text.length;
}

// Sends a file and then a sentinel [CLOUD-5.4], or a sentence with one [CLOUD-5.5].
async function download(session, name) {
  let file;
  try {
    file = await useFile(session, name, fs.open);
    if (await holdsSentinel(file)) fail('unsupported', 'it holds the mark of its end');
  } catch (error) {
    await file?.close();
    const failure = explain(error); // without the name, which may hold a sentinel
    const isMissing = /^(not-found|not-a-directory|is-a-directory): /.test(failure);
    const sentence = isMissing ? 'File not found' : failure.replace(/^.*?: /, 'File not sent: ');
    return session.send(`${sentence}.${SENTINEL}`);
  }
  for await (const bytes of file.createReadStream({ start: 0 })) await session.send(bytes);
  await sleep(PAUSE);
  return session.send(SENTINEL);
}

// The shell: each command returns its output, if any, in pieces [CLOUD-4.2, CLOUD-4.4].
const COMMANDS = {
  cat: async function* (session, ...names) {
    for (const name of names) {
      const report = (error) => [`[!] ${explain(error, name)}\n`]; // where it occurs [CLOUD-4.3]
      yield* await useFile(session, name, fs.open).then((file) => file.createReadStream(), report);
    }
  },
  cd: (session, name) => use(session, name, async ({ host }) => {
    await fs.readdir(host); // fails if it is no directory
    session.directory = host;
  }),
  help: () => [`${Object.keys(COMMANDS).join('\n')}\n`],
  ls: (session, name = '.') => use(session, name, async ({ host, stat }) => {
    if (stat?.isFile()) return [`${name}\n`];
    return (await fs.readdir(host, { withFileTypes: true }))
      .filter((entry) => (entry.isFile() || entry.isDirectory()) && isAllowed(entry.name))
      .map((entry) => Buffer.from(`${entry.name}\n`)).sort(Buffer.compare);
  }),
  mkdir: (session, name) => use(session, name, ({ host }) => fs.mkdir(host)),
  mv: (session, name, destination) => use(session, name, async ({ host, isInUse }) => {
    if (isInUse) fail('denied', 'the session is in there');
    let to = await locate(session, destination);
    if (to.stat?.isDirectory()) to = await locate(session, `${destination}/${basename(host)}`);
    await fs.rename(host, to.host);
  }),
  pwd: ({ directory }) => [`${join('/', directory)}\n`],
  rm: (session, ...words) => use(session, words.at(-1), async ({ host, stat, isInUse }) => {
    if (words.length > 1 && words[0] !== '-r') fail('malformed', 'it takes one name');
    if (isInUse) fail('denied', 'the session is in there');
    if (words.length < 2 || !stat?.isDirectory()) return fs.unlink(host);
    return fs.rm(host, { recursive: true }).catch(() => fail('internal', 'a part may be left'));
  }),
};
const MAX_OPERANDS = { cat: Infinity, cd: 1, help: 0, ls: 1, mkdir: 1, mv: 2, pwd: 0, rm: 2 };

// Runs a line of words, in quotes or without what other shells understand [CLOUD-4.1, CLOUD-4.4].
async function* run(session, line) {
  const word = /(?:'[^']*'|"[^"]*"|[^\p{Cc} '"\\|&;<>()$`])+/gu, quoted = /'([^']*)'|"([^"]*)"/g;
  const [name, ...operands] = (line.match(word) ?? [])
    .map((text) => text.replace(quoted, (_, single, double) => single ?? double));
  try {
    if (/[^ ]/.test(line.replace(word, ''))) fail('malformed', 'it lacks quotes');
    if (name === undefined) return;
    if (!Object.hasOwn(COMMANDS, name)) fail('unsupported', 'there is no such command');
    if (operands.length > MAX_OPERANDS[name]) fail('malformed', 'too many words follow');
    yield* await COMMANDS[name](session, ...operands) ?? [];
  } catch (error) {
    yield `[!] ${explain(error, name ?? line)}\n`;
  }
}

// Tells of refused uploads [CLOUD-5.7] and an output, cut to what may be sent [CLOUD-5.1 to 5.3].
async function answer(session, output) {
  const { refused, why } = session;
  let kept = Buffer.alloc(0), bytes = 0;
  for await (const piece of output) {
    if (kept.length <= MAX_ANSWER) kept = Buffer.concat([kept, Buffer.from(piece)]);
    bytes += Buffer.byteLength(piece);
  }
  let text = bytes > 0 ? String(kept) : '[+] Command executed.\n';
  if (refused === 1) text = `[!] An upload was refused: ${why}\n${text}`;
  if (refused > 1) text = `[!] ${refused} uploads were refused, the last one: ${why}\n${text}`;
  if (Buffer.byteLength(text) > MAX_ANSWER) {
    const notice = `[!] The output has ${bytes} bytes and is cut here.\n`;
    text = cut(text, MAX_ANSWER - notice.length - 1).replace(/\n?$/, '\n') + notice;
  }
  session.refused = 0;
  await session.send(text);
}

// Takes one message after the other, each behind its header, until the client leaves [CLOUD-2.1].
async function converse(session) {
  while (server.listening) {
    session.isWaiting = true;
    const header = String(await take(session, 64));
    session.isWaiting = false;
    if (!/^ *\d{1,18} *$/.test(header) || Number(header) > MAX_MESSAGE) { // [CLOUD-2.3]
      return session.send('[!] malformed: this is no header of a message\n');
    }
    const message = await take(session, Number(header));
    const text = String(message);
    session.hasContent = text.startsWith('UPLOAD ');
    if (!Buffer.from(text).equals(message)) { // it is not UTF-8 [CLOUD-2.4]
      for await (const _ of readContent(session));
      await answer(session, ['[!] malformed: the message is not UTF-8\n']);
    } else if (session.hasContent) await upload(session, text.slice(7));
    else if (text.startsWith('DOWNLOAD ')) await download(session, text.slice(9));
    else if (text === '!DISCONNECT') return;
    else await answer(session, run(session, text));
  }
}

// Serves a connection when there is room for it [COM-7.3], and reads to its end [COM-8.3].
async function serve(socket) {
  const session = { socket, buffer: Buffer.alloc(0), directory: '.', refused: 0,
    chunks: socket[Symbol.asyncIterator](), send: promisify(socket.write).bind(socket) };
  socket.on('error', () => {}).setTimeout(IDLE, () => socket.destroy()); // [COM-7.2]
  while (sessions.size >= MAX_SESSIONS) await sleep(50);
  sessions.add(session);
  await converse(session).catch(() => {}); // the client has gone, maybe within a message [COM-8.2]
  socket.end().setTimeout(LINGER);
  try { for await (const _ of session.chunks); } catch {} // its end, or a timeout
  sessions.delete(session);
}

// Ends at once what waits for a message, and the rest after a time of grace [COM-8.4].
function stop() {
  server.close();
  for (const { isWaiting, socket } of sessions) if (isWaiting) socket.destroy();
  setTimeout(() => process.exit(), GRACE).unref(); // without it Node.js exits when all is closed
}

process.chdir(process.argv[3] ?? '.');
const left = readdirSync('.').filter((name) => name.startsWith('.vos-')); // by uploads [COM-5.2]
for (const name of left) rmSync(name, { recursive: true });
const server = net.createServer({ allowHalfOpen: true, noDelay: true }, serve);
server.listen(Number(process.argv[2] ?? 5050), '127.0.0.1'); // [CLOUD-1.1]
process.on('SIGTERM', stop).on('SIGINT', stop);
