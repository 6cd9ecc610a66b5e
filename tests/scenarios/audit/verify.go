// What somebody else's code says of our proofs: the notes and trees of Go's checksum database.
//
//	verify KEY PROOF [OLD-CHECKPOINT]
//
// prints "entry N of SIZE" for each proven entry, or "SIZE begins with OLD". Anything else is exit 1.
//
//	verify cosign NAME TIME CHECKPOINT
//
// is a witness (C2SP tlog-cosignature): prints its key, then the checkpoint with its line.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func hash(line string) (h tlog.Hash) {
	raw, err := base64.StdEncoding.DecodeString(line)
	must(err)
	if copy(h[:], raw) != tlog.HashSize || len(raw) != tlog.HashSize {
		must(fmt.Errorf("no hash: %s", line))
	}
	return h
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	must(err)
	return n
}

// open checks a note's signature; a tree's size and root are its second and third line.
func open(text, key string) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(key)
	must(err)
	opened, err := note.Open([]byte(text), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	return number(lines[1]), hash(lines[2])
}

// entryHash is BLAKE2b-256 of an entry's head and changeset, by coreutils.
func entryHash(extra string) []byte {
	raw, err := base64.StdEncoding.DecodeString(extra)
	must(err)
	line, rest, _ := bytes.Cut(raw, []byte("\n"))
	words := strings.Fields(string(line))
	size := number(words[1]) + number(words[2])
	sum := exec.Command("b2sum", "-l", "256")
	sum.Stdin = bytes.NewReader(rest[:size])
	out, err := sum.Output()
	must(err)
	var digest []byte
	_, err = fmt.Sscanf(string(out), "%x", &digest)
	must(err)
	return digest
}

// cosign is a witness whose key is made from its name: nobody relies on it.
func cosign(name, at, file string) {
	text, err := os.ReadFile(file)
	must(err)
	body, _, _ := strings.Cut(string(text), "\n\n")
	seed := sha256.Sum256([]byte(name))
	key := ed25519.NewKeyFromSeed(seed[:])
	public := append([]byte{4}, key.Public().(ed25519.PublicKey)...)
	id := sha256.Sum256(append([]byte(name+"\n"), public...))
	fmt.Printf("%s+%x+%s\n", name, id[:4], base64.StdEncoding.EncodeToString(public))
	signature := ed25519.Sign(key, []byte("cosignature/v1\ntime "+at+"\n"+body+"\n"))
	line := binary.BigEndian.AppendUint64(id[:4:4], uint64(number(at)))
	fmt.Printf("%s— %s %s\n", text, name, base64.StdEncoding.EncodeToString(append(line, signature...)))
}

func main() {
	if os.Args[1] == "cosign" {
		cosign(os.Args[2], os.Args[3], os.Args[4])
		return
	}
	keyFile, err := os.ReadFile(os.Args[1])
	must(err)
	key := strings.TrimSpace(string(keyFile))
	file, err := os.ReadFile(os.Args[2])
	must(err)
	const mark = "c2sp.org/tlog-proof@v1\n"
	if !strings.HasPrefix(string(file), mark) {
		head, text, _ := strings.Cut(string(file), "\n\n")
		lines := strings.Split(head, "\n")
		old := number(strings.TrimPrefix(lines[0], "old "))
		var proof tlog.TreeProof
		for _, line := range lines[1:] {
			proof = append(proof, hash(line))
		}
		size, root := open(text, key)
		kept, err := os.ReadFile(os.Args[3])
		must(err)
		oldSize, oldRoot := open(string(kept), key)
		if oldSize != old {
			must(fmt.Errorf("%d is not %d", oldSize, old))
		}
		must(tlog.CheckTree(proof, size, root, old, oldRoot))
		fmt.Printf("%d begins with %d\n", size, old)
		return
	}
	for _, one := range strings.Split(string(file), mark)[1:] {
		head, text, _ := strings.Cut(one, "\n\n")
		lines := strings.Split(head, "\n")
		index := number(strings.TrimPrefix(lines[1], "index "))
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			proof = append(proof, hash(line))
		}
		size, root := open(text, key)
		leaf := tlog.RecordHash(entryHash(strings.TrimPrefix(lines[0], "extra ")))
		must(tlog.CheckRecord(proof, size, root, index, leaf))
		fmt.Printf("entry %d of %d\n", index+1, size)
	}
}
