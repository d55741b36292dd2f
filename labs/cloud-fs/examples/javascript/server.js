// A cloud-fs server, in the published form: node server.js PORT ROOT
// What stands in brackets names a requirement of common.md (COM) or of cloud-fs.md (CLOUD).
'use strict';
const net = require('node:net');
const { randomUUID } = require('node:crypto');
const { constants, realpathSync } = require('node:fs');
const { lstat, mkdir, open, readdir, rename, rm } = require('node:fs/promises');
const { basename, dirname, join } = require('node:path').posix;
const { setTimeout: sleep } = require('node:timers/promises');

const SENTINEL = Buffer.from('__END__');
const [MAX_ANSWER, MAX_COMMAND, MAX_SESSIONS, CHUNK] = [2048, 8192, 1000, 65536];
const [IDLE, PAUSE, LINGER, GRACE] = [600_000, 150, 2000, 5000]; // milliseconds
const root = realpathSync(process.argv[3]);

// Failures [COM-4.1], by the code of the host's error or by one of our own. The host's own words
// are never told, as its paths stand in them [COM-2.6].
const FAILURES = {
  ENOENT: 'not-found: there is no such file or directory', EEXIST: 'already-exists: it exists',
  ENOTDIR: 'not-a-directory: this is no directory', EISDIR: 'is-a-directory: this is a directory',
  ENOTEMPTY: 'directory-not-empty: it has entries', ENOSPC: 'no-space: the disk is full',
  NAME: 'invalid-name: such a name is not allowed', ENAMETOOLONG: 'invalid-name: it is too long',
  OUTSIDE: 'outside-the-workspace: the path leads out', ELOOP: 'outside-the-workspace: a link',
  EACCES: 'denied: the host does not permit it', EPERM: 'denied: the host does not permit it',
  EBUSY: 'denied: it has to stay as it is', EROFS: 'denied: the disk is read-only',
  EINVAL: 'denied: it cannot be moved there', EXDEV: 'denied: it cannot be moved there',
  EFBIG: 'too-large: the file is too large', EMFILE: 'busy: the server has no room now',
  HEADER: 'malformed: this is no header', UTF8: 'malformed: the message is not UTF-8',
  LINE: 'malformed: a quote is open, or a special character stands outside of quotes',
  USAGE: 'malformed: help says what follows', COMMAND: 'unsupported: there is no such command',
  SENTINEL: 'unsupported: the file holds the mark that ends a content',
  PARTLY: 'internal: some of it may have been removed',
};
const fail = (code) => { throw Object.assign(new Error(code), { code }); };

function explain(error, subject) {
  if (!FAILURES[error.code]) console.error(error);
  const failure = FAILURES[error.code] ?? 'internal: the server failed';
  return cut((subject ? `${failure}: ${subject}` : failure).replace(/\p{Cc}/gu, '?'), 512);
}

const decoder = (options) => new TextDecoder('utf-8', { ignoreBOM: true, ...options });

function decode(bytes) {
  try { return decoder({ fatal: true }).decode(bytes); } catch { return fail('UTF8'); }
}

// The whole characters that fit: in a stream, a decoder holds back one that is not complete.
const cut = (text, size) => decoder().decode(Buffer.from(text).subarray(0, size), { stream: true });

class Gone extends Error {} // the client has closed its side, between two messages or within one

// What the client says. Nothing is read before it is asked for: so TCP holds back a client that
// sends faster than we store, and memory stays constant.
class Reader {
  #chunks;
  #rest = Buffer.alloc(0);
  #pending;

  constructor(socket) { this.#chunks = socket.iterator({ destroyOnReturn: false }); }

  // Adds the next chunk to the rest, or tells by `false` that there is none.
  #more() {
    return this.#pending ??= this.#chunks.next().then(({ value, done }) => {
      this.#pending = undefined;
      if (!done) this.#rest = Buffer.concat([this.#rest, value]);
      return !done;
    });
  }

  #drop(size) {
    const dropped = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return dropped;
  }

  async take(size) {
    while (this.#rest.length < size) if (!await this.#more()) throw new Gone();
    return this.#drop(size);
  }

  // All before the next sentinel. What came last may be the first part of one, and is held back.
  async *content() {
    let end;
    while ((end = this.#rest.indexOf(SENTINEL)) < 0) {
      yield this.#drop(Math.max(0, this.#rest.length - SENTINEL.length + 1));
      if (!await this.#more()) throw new Gone();
    }
    yield this.#drop(end + SENTINEL.length).subarray(0, end);
  }

  // New input ends a pause, and the end of the input does not [COM-6.1]. While some is here that
  // has not been looked at no more is read, as a client could fill the memory by its downloads.
  async pause() {
    const over = sleep(PAUSE);
    const input = this.#rest.length > 0 ? over : this.#more().then((isInput) => isInput || over);
    await Promise.race([over, input]);
  }

  async discard() { do this.#drop(this.#rest.length); while (await this.#more()); }
}

// Done when the host has taken the bytes: a client that does not read holds us back.
const send = ({ socket }, data) => new Promise((resolve, reject) => {
  socket.write(data, (error) => (error ? reject(error) : resolve()));
});

const isAllowed = (name) => !/^\.{0,2}$|^\.vos-|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u.test(name)
  && Buffer.byteLength(name) <= 255;

// Where a path leads: the names from the root on, the place on the host, and what is there, if
// anything, as it must unless it may be new. Every step is looked at: so no link is followed.
async function locate({ directory }, path, mayBeNew = false) {
  if (Buffer.byteLength(path) > 4096) fail('ENAMETOOLONG');
  const steps = path.replace(/^\//, '').split('/');
  if (path.endsWith('/')) steps.splice(-1, 1, '.'); // as in POSIX: `sub/` is `sub/.`
  if (!path.startsWith('/')) steps.unshift(...directory);
  let depth = 0;
  for (const step of steps) {
    if (step === '..') depth -= 1;
    else if (step !== '.') depth += isAllowed(step) ? 1 : fail('NAME');
    if (depth < 0) fail('OUTSIDE');
  }
  let [names, host, stat] = [[], root, await lstat(root)];
  for (const step of steps) {
    if (!stat?.isDirectory()) fail(stat ? 'ENOTDIR' : 'ENOENT');
    if (step === '..') names.pop();
    else if (step !== '.') names.push(step);
    host = join(root, ...names);
    stat = await lstat(host).catch((error) => { if (error.code !== 'ENOENT') throw error; });
    if (stat?.isSymbolicLink()) fail('OUTSIDE');
    if (stat && !stat.isFile() && !stat.isDirectory()) fail('EBUSY');
  }
  return stat || mayBeNew ? { names, host, stat } : fail('ENOENT');
}

// What can be moved or removed: not the root, and neither `.` nor `..`, as in POSIX.
async function locateMovable(session, path) {
  const place = await locate(session, path);
  return place.names.length && !/^\.\.?$/.test(basename(path)) ? place : fail('EBUSY');
}

async function openFile(session, path) {
  const { host, stat } = await locate(session, path);
  return stat.isFile() ? open(host, constants.O_RDONLY | constants.O_NOFOLLOW) : fail('EISDIR');
}

async function* chunksOf(file, size) {
  for (let at = 0; at < size;) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, size - at));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) throw new Error('a file shrank while it was read');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

// Of the uploads that an earlier process did not finish, nothing is left [COM-5.2].
async function sweep(directory) {
  for (const entry of await readdir(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) await sweep(path).catch(console.error);
    else if (entry.isFile() && entry.name.startsWith('.vos-')) await rm(path);
  }
}

// Whatever fails, the content is read to its end: it is never taken for commands [CLOUD-3.3].
async function upload(session, name) {
  let failure, target, unfinished, file;
  const attempt = async (step) => {
    if (!failure) try { await step(); } catch (error) { failure = error; }
  };
  await attempt(async () => {
    target = await locate(session, decode(name), true);
    if (target.stat?.isDirectory()) fail('EISDIR');
    unfinished = join(dirname(target.host), `.vos-${randomUUID()}`);
    file = await open(unfinished, 'wx');
  });
  try {
    for await (const chunk of session.reader.content()) await attempt(() => file.appendFile(chunk));
    await attempt(() => file.close());
    await attempt(() => rename(unfinished, target.host));
  } finally {
    await file?.close();
    if (file) await rm(unfinished, { force: true }); // it is still there if it was not renamed
  }
  if (failure) session.refused = { count: session.refused.count + 1, last: explain(failure) };
}

// Fails unless the first sentinel that a client finds is the one behind the file [CLOUD-5.6].
async function checkSendable({ socket }, file, size) {
  let tail = Buffer.alloc(0);
  for await (const chunk of chunksOf(file, size)) {
    if (socket.destroyed) throw new Gone(); // and a big file need not be read to its end
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(SENTINEL)) fail('SENTINEL');
    tail = bytes.subarray(-SENTINEL.length + 1);
  }
  if (Buffer.concat([tail, SENTINEL]).indexOf(SENTINEL) < tail.length) fail('SENTINEL');
}

async function download(session, name) {
  let file, isSending;
  try {
    file = await openFile(session, decode(name));
    const { size } = await file.stat();
    await checkSendable(session, file, size);
    isSending = true;
    for await (const chunk of chunksOf(file, size)) await send(session, chunk);
  } catch (error) {
    if (isSending || error instanceof Gone) throw error; // it is too late for a sentence
    const reason = `File not sent: ${explain(error).replace(/^.*?: /, '')}`;
    const isMissing = ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code);
    return await send(session, `${isMissing ? 'File not found' : reason}.${SENTINEL}`);
  } finally {
    await file?.close();
  }
  await session.reader.pause();
  return send(session, SENTINEL);
}

// The shell [CLOUD-4.4]: commands give their output piece by piece.
const OPERANDS = {
  cat: 'NAME', cd: 'NAME', help: '', ls: '[NAME]', mkdir: 'NAME', mv: 'NAME DEST', pwd: '',
  rm: '[-r] NAME',
};
const COMMANDS = {
  async *cat(session, name) {
    const file = await openFile(session, name);
    try { yield* chunksOf(file, (await file.stat()).size); } finally { await file.close(); }
  },
  async *cd(session, name) {
    const { names, stat } = await locate(session, name);
    session.directory = stat.isDirectory() ? names : fail('ENOTDIR');
  },
  *help() {
    for (const name in COMMANDS) yield `${name} ${OPERANDS[name]}`.trim() + '\n';
  },
  async *ls(session, name = '.') {
    const { host, stat } = await locate(session, name);
    if (stat.isFile()) return yield `${name}\n`;
    const entries = (await readdir(host, { withFileTypes: true }))
      .filter((entry) => (entry.isFile() || entry.isDirectory()) && isAllowed(entry.name));
    return yield* entries.map((entry) => Buffer.from(`${entry.name}\n`)).sort(Buffer.compare);
  },
  async *mkdir(session, name) {
    const { host, stat } = await locate(session, name.replace(/(?<=.)\/$/, ''), true);
    await (stat ? fail('EEXIST') : mkdir(host));
  },
  async *mv(session, name, destination) {
    const from = await locateMovable(session, name);
    let to = await locate(session, destination, true);
    if (to.stat?.isDirectory()) to = await locate({ directory: to.names }, from.names.at(-1), true);
    await rename(from.host, to.host);
  },
  *pwd({ directory }) { yield `/${directory.join('/')}\n`; },
  async *rm(session, ...words) {
    const isRecursive = words.length === 2;
    if (isRecursive && words[0] !== '-r') fail('USAGE');
    const { host, stat } = await locateMovable(session, words.at(-1));
    if (stat.isFile()) await rm(host);
    else if (!isRecursive) fail('EISDIR');
    else await rm(host, { recursive: true }).catch(() => fail('PARTLY'));
  },
};

// The words of a line. What means something to other shells is refused, not misunderstood.
function split(line) {
  const word = /(?:'[^']*'|"[^"]*"|[^\p{Cc} '"\\|&;<>()$`])+/gu;
  if (/[^ ]/.test(line.replace(word, ''))) fail('LINE');
  const quoted = /'([^']*)'|"([^"]*)"/g;
  return (line.match(word) ?? []).map((text) => text.replace(quoted, (_, one, two) => one ?? two));
}

async function* run(session, line) {
  let words = [];
  try {
    words = split(decode(line));
    const [name = '', ...operands] = words;
    if (!Object.hasOwn(COMMANDS, name)) fail('COMMAND');
    const usage = OPERANDS[name].match(/\S+/g) ?? [];
    const least = usage.filter((operand) => !operand.startsWith('[')).length;
    if (operands.length < least || operands.length > usage.length) fail('USAGE');
    yield* COMMANDS[name](session, ...operands);
  } catch (error) {
    yield `[!] ${explain(error, error.code === 'COMMAND' ? words[0] : words.join(' '))}\n`;
  }
}

// Answers with the output: all of it is counted, and what can be sent is kept [CLOUD-5.2].
async function answer(session, line) {
  const { count, last } = session.refused;
  session.refused = { count: 0 };
  const said = count > 1 ? `${count} uploads were refused, the last one` : 'An upload was refused';
  let text = count > 0 ? `[!] ${said}: ${last}\n` : '';
  let bytes = 0;
  const output = decoder();
  for await (const piece of run(session, line)) {
    bytes += Buffer.byteLength(piece);
    if (text.length <= MAX_ANSWER) text += output.decode(Buffer.from(piece), { stream: true });
    text = text.slice(0, MAX_ANSWER + 1); // one too many shows that it is to be cut
  }
  text += bytes > 0 ? output.decode() : '[+] Command executed.\n';
  if (Buffer.byteLength(text) > MAX_ANSWER) {
    const notice = `[!] The output has ${bytes} bytes and is cut here.\n`;
    text = cut(text, MAX_ANSWER - notice.length - 1).replace(/\n?$/, `\n${notice}`);
  }
  await send(session, text);
}

async function converse(session) {
  while (!stopping) {
    session.isIdle = true;
    const header = (await session.reader.take(64)).toString('latin1');
    if (!/^ *\d{1,18} *$/.test(header) || Number(header) > MAX_COMMAND) {
      return send(session, `[!] ${explain({ code: 'HEADER' })}\n`);
    }
    const message = await session.reader.take(Number(header));
    session.isIdle = false;
    const text = message.toString('latin1'); // which any bytes are, UTF-8 or not [CLOUD-2.4]
    if (text === '!DISCONNECT') break;
    if (text.startsWith('UPLOAD ')) await upload(session, message.subarray(7));
    else if (text.startsWith('DOWNLOAD ')) await download(session, message.subarray(9));
    else await answer(session, message);
  }
}

const sessions = new Set();
const waiting = []; // connections above the limit: nothing is read from them [COM-7.3]
let stopping = false;

async function serve(socket) {
  const session = { socket, reader: new Reader(socket), directory: [], refused: { count: 0 } };
  sessions.add(session);
  socket.setTimeout(IDLE, () => socket.destroy());
  // A download that breaks off is no end of a file: the client learns that by a reset.
  await converse(session).catch((error) => error instanceof Gone || socket.resetAndDestroy());
  // To close while input is unread is a reset too, and may cost our last words [COM-8.3].
  session.isIdle = false;
  socket.end();
  const timer = setTimeout(() => socket.destroy(), LINGER);
  await session.reader.discard().catch(() => {});
  clearTimeout(timer);
  socket.destroy();
  sessions.delete(session);
  admit();
}

function admit() {
  while (waiting.length > 0 && sessions.size < MAX_SESSIONS) serve(waiting.shift());
}

// Node.js exits by itself, with 0, when connections and files are closed [COM-8.4].
function stop() {
  stopping = true;
  server.close();
  for (const socket of waiting.splice(0)) socket.destroy();
  for (const { isIdle, socket } of sessions) if (isIdle) socket.destroy();
  setTimeout(() => {
    for (const { socket } of sessions) socket.destroy();
    setTimeout(() => process.exit(0), 1000).unref(); // should a command still be running
  }, GRACE).unref();
}

const options = { allowHalfOpen: true, noDelay: true, pauseOnConnect: true };
const server = net.createServer(options, (socket) => {
  socket.on('error', () => {}); // told to whoever is reading or writing
  waiting.push(socket);
  admit();
});
process.on('SIGTERM', stop).on('SIGINT', stop);
sweep(root).then(() => server.listen(Number(process.argv[2]), '127.0.0.1'));
