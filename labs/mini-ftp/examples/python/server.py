"""A mini-FTP server, published form: python3 server.py PORT ROOT (brackets cite requirements)."""
import errno, itertools, os, re, secrets, signal, socket, string, sys, threading, time
from contextlib import suppress
from pathlib import Path

CHUNK, MAX_COMMAND, MAX_SESSIONS = 65536, 8192, 1000
PAUSE, LINGER, GRACE, IDLE = 0.2, 2, 8, 600  # seconds
NAME = re.compile("(?!\\.vos-)[^\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffd]+")  # [COM-2.2]
WORDS = {"ENOTEMPTY": "directory-not-empty", "ELOOP": "outside-the-workspace", "ENOSPC": "no-space",
         "ENAMETOOLONG": "invalid-name", "ENOTDIR": "not-a-directory", "EISDIR": "is-a-directory",
         "EEXIST": "already-exists", "ENOENT": "not-found", "EFBIG": "too-large", "EMFILE": "busy",
         "EDQUOT": "quota-exceeded", "ENOSYS": "unsupported", "EILSEQ": "malformed",
         **dict.fromkeys("EACCES EPERM EROFS EBUSY EXDEV EINVAL".split(), "denied")}
tree = threading.Lock()  # held from the look at a path to its use, so that nothing moves between
waiting = set()  # the connections that wait for a command

class Session:  # one connection; its paths are relative to the root, where the process is
    def run(self, peer):
        token = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(8))
        self.token, self.peer, self.buffer = f"<{token}>".encode(), peer, bytearray()
        self.current, self.upload = Path(), Path(".vos-" + secrets.token_hex(8))
        with peer, suppress(EOFError, OSError):  # the peer has left, or is silent for too long
            names = sorted(n for n in os.listdir() if NAME.fullmatch(n) and not os.path.islink(n))
            lines = [name for name in names if os.path.isdir(name)] or [""]
            lines += [name for name in names if os.path.isfile(name)] or [""]
            self.send(self.token)  # nobody knew it when the names were read, so none holds it
            self.send("\n-- ".join(["Current Directory: /:\n|", *lines]).encode() + self.token)
            while self.converse():
                pass
            peer.shutdown(socket.SHUT_WR)  # closing with input unread could lose our last words
            peer.settimeout(LINGER)
            end = time.monotonic() + LINGER
            while peer.recv(CHUNK) and time.monotonic() < end:
                pass
        waiting.discard(peer)

    def send(self, data):
        """Send, and leave the peer time to read it on its own, until it speaks [COM-6.1]."""
        self.peer.sendall(data)
        self.peer.settimeout(PAUSE)
        with suppress(TimeoutError):
            self.buffer or self.peer.recv(1, socket.MSG_PEEK)
        self.peer.settimeout(IDLE)

    def message(self, limit=0):
        """Yield a message in pieces, or whole up to a limit; what may be half a token waits."""
        while (end := self.buffer.find(self.token)) < 0:
            start = (self.buffer + b"<").find(b"<", max(0, len(self.buffer) - len(self.token) + 1))
            if start > limit:
                yield self.buffer[:start]
                del self.buffer[:start]
            if not (received := self.peer.recv(CHUNK)):
                raise EOFError
            self.buffer += received
        piece, self.buffer = self.buffer[:end], self.buffer[end + len(self.token):]
        yield piece

    def converse(self):
        """Answer one command; tell whether another may follow."""
        waiting.add(self.peer)
        command = next(self.message(MAX_COMMAND))
        waiting.discard(self.peer)
        text = command.decode(errors="replace") if len(command) <= MAX_COMMAND else ""
        word, path, destination = (text.split(" ") + ["", ""])[:3]
        if word == "exit":
            return False
        content, result, error = self.message() if word == "ul" else (), b"", ""
        try:
            if text.encode() != command:
                raise OSError(errno.EILSEQ, "the command is too long, or not UTF-8")
            if word == "ul":
                with self.upload.open("wb") as file:
                    file.writelines(content)
            with tree:
                result = self.obey(word, path, destination)
            if word == "dl":
                with result as file:
                    chunks = itertools.chain([b""], iter(lambda: file.read(CHUNK), b""))
                    if any(self.token in a + b for a, b in itertools.pairwise(chunks)):
                        raise OSError(errno.EPERM, "the file holds this connection's token")
                    self.peer.sendfile(file)
                self.send(b"")  # a pause before the token that ends the content [MFTP-4.3]
        except (ConnectionError, TimeoutError):
            raise
        except OSError as failure:
            error = WORDS.get(errno.errorcode.get(failure.errno), "internal")
            error = f"\nERROR {error}: {failure.strerror}"
        finally:
            with suppress(OSError):  # as a rule it is not there, or has been moved to its place
                self.upload.unlink()
        for _ in content:  # a refused upload is answered when it has been read [MFTP-5.3]
            pass
        if word in ("dl", "info"):
            self.send((result if word == "info" else b"") + self.token)
        self.send(f"/{'/'.join(self.current.parts)}{error}".encode() + self.token)
        return len(command) <= MAX_COMMAND

    def obey(self, word, path, destination):
        match word:
            case "cd":
                os.scandir(place := self.locate(path or ".")).close()  # fails but for directories
                self.current = place
            case "mkdir": self.locate(path).mkdir()
            case "rm":
                place = self.locate(path)
                if place in (self.current, *self.current.parents):
                    raise OSError(errno.EPERM, "the session is in this directory")
                place.rmdir() if place.is_dir() else place.unlink()
            case "ul": self.upload.replace(self.locate(path))
            case "dl": return self.locate(path).open("rb")
            case "info": return str(self.locate(path).stat().st_size).encode()
            case "mv":
                old, new = self.locate(path), self.locate(destination)
                old.rename(self.locate(f"/{new / old.name}") if new.is_dir() else new)
            case _: raise OSError(errno.ENOSYS, "there is no such command")

    def locate(self, path):
        """Find what a path means; names and paths that are too long are refused by the system."""
        place = Path() if path.startswith("/") else self.current
        for name in [] if path == "/" else path.removeprefix("/").split("/"):
            if not NAME.fullmatch(name):
                raise OSError(errno.ENAMETOOLONG, "the path holds a name that is not allowed")
            above = name == ".." and place == Path()
            place = place.parent if name == ".." else place / name
            if above or place.is_symlink() or place.exists() != (place.is_dir() or place.is_file()):
                raise OSError(errno.ELOOP, "the path leads above the root, or over a link")
        return place

if __name__ == "__main__":
    os.chdir(sys.argv[2])
    for unfinished in Path().glob(".vos-*"):  # of a server that was killed [COM-5.2]
        unfinished.unlink()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        with socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=1024) as listener:
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # inherited by peers
            while True:
                with suppress(OSError, RuntimeError):  # descriptors or threads are used up
                    while threading.active_count() > MAX_SESSIONS:
                        time.sleep(0.05)
                    peer, _ = listener.accept()
                    threading.Thread(target=Session().run, args=[peer], daemon=True).start()
    finally:  # close those that wait, and let the others finish [COM-8.4]
        end = time.monotonic() + GRACE
        while threading.active_count() > 1 and time.monotonic() < end:
            for peer in waiting.copy():
                with suppress(OSError):
                    peer.shutdown(socket.SHUT_RD)
            time.sleep(0.05)
