package io.agent33.sync.testkit.contract;

import io.agent33.sync.api.repository.Identity;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.testkit.memory.MemoryGit;
import io.agent33.sync.testkit.memory.RepositoryFixture;

/** Repositories that several contracts look at. The ids are those that the git command gave. */
final class Samples {
    static final ObjectId HELLO = ObjectId.of("ce013625030ba8dba906f756967f9e9ca394464a");
    static final ObjectId SCRIPT = ObjectId.of("1a2485251c33a70432394c93fb89330ef214bfc9");
    static final ObjectId LINK = ObjectId.of("32d46ee883b58d6a383eed06eb98f33aa6530ded");
    static final ObjectId LETTER_A = ObjectId.of("78981922613b2afb6025042ff6bd878ac1994e85");
    static final ObjectId EMPTY_FILE = ObjectId.of("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    static final ObjectId ELSEWHERE = ObjectId.of("1111111111111111111111111111111111111111");
    static final ObjectId BIN = ObjectId.of("6f2c44ec570e49318e3d2f293795575fcf8c1f01");
    static final ObjectId DOCS = ObjectId.of("1268c55d94fbc6d5450f81c0e26f5e8181e8de87");
    static final ObjectId VENDOR = ObjectId.of("572e85c9899d5fb69110eab1df80bed6b9991abe");
    static final ObjectId ROOT = ObjectId.of("8d1d924e0b67516042be8127544d3f370ee7e429");
    static final ObjectId EMPTY_TREE = ObjectId.of("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    static final ObjectId FIRST = ObjectId.of("c80513dfb6ae7f1b9115a4166e3d34228c4eef87");

    /** An id that no object of any fixture has. */
    static final ObjectId UNKNOWN = ObjectId.of("0123456789abcdef0123456789abcdef01234567");

    static final Identity ANN = new Identity("Ann Ärmel", "ann@example.com");

    private Samples() {}

    /** One commit with a file of every mode: {@link #FIRST}, whose tree is {@link #ROOT}. */
    static RepositoryFixture everyMode() {
        return RepositoryFixture.of(Samples::everyMode);
    }

    static void everyMode(MemoryGit git) {
        git.commit("first\n\nWith a body: é.\n")
                .by(ANN)
                .at(MemoryGit.BEGINNING)
                .file("README.md", "hello\n")
                .executable("bin/run", "#!/bin/sh\n")
                .file("docs/a.md", "a\n")
                .symlink("docs/link", "../README.md")
                .file("empty", "")
                .submodule("vendor/lib", ELSEWHERE)
                .id();
    }

    /** A repository without a commit. */
    static RepositoryFixture empty() {
        return RepositoryFixture.of(git -> {});
    }
}
