// What somebody else's code says of our proofs: the notes and trees of Go's checksum database.
//
//	verify KEY PROOF [OLD-CHECKPOINT]
//
// prints "entry N of SIZE" for each proven entry, or "SIZE begins with OLD". Anything else is exit 1.
package main

import (
	"bytes"
	"encoding/base64"
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

func main() {
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
