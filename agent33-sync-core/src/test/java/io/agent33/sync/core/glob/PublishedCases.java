package io.agent33.sync.core.glob;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What published documentation says about globs, as rows of our own. A row is a pattern, the paths that it selects, and
 * paths that it does not, between bars; paths are separated by spaces.
 */
final class PublishedCases {
    record Row(String pattern, List<String> selected, List<String> others) {
        static Row parse(String line) {
            String[] cells = line.split("\\|", -1);
            return new Row(cells[0].strip(), paths(cells[1]), paths(cells[2]));
        }

        private static List<String> paths(String cell) {
            return Arrays.stream(cell.strip().split(" +"))
                    .filter(path -> !path.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** gitignore(5), "PATTERN FORMAT", for patterns that hold a slash and so are anchored. */
    private static final String GIT_IGNORE = """
            **/foo            | foo a/foo a/b/foo                      | foobar a/foobar foo/a
            **/foo/bar        | foo/bar x/foo/bar x/y/foo/bar          | foo/x/bar bar foo
            abc/**            | abc/x abc/x/y abc/.hidden              | abc abcd x/abc/y
            a/**/b            | a/b a/x/b a/x/y/b                      | ab a/xb ax/b a/b/c
            foo/*             | foo/test.json foo/bar                  | foo/bar/hello.c foo
            Documentation/*.html | Documentation/git.html  | Documentation/ppc/ppc.html perf/Documentation/x.html
            *.[oa]            | lib.a file.o                           | lib.c lib.ao src/internal.o
            a/b**/c           | a/b/c a/bx/c                           | a/b/x/c a/bx/y/c
            a/**b             | a/b a/xb                               | a/x/b a/x/yb
            """;

    /** GitHub's "Filter pattern cheat sheet" for paths, where its language and git's are the same. */
    private static final String GITHUB_ACTIONS = """
            *                 | README.md server.rb                    | docs/README.md
            **                | all/the/files.md README.md .github/x   |
            *.js              | app.js index.js                        | js/app.js app.jsx
            docs/*            | docs/README.md docs/file.txt           | docs/mona/octocat.txt README.md
            docs/**           | docs/README.md docs/mona/octocat.txt   | docs old/docs/README.md
            docs/**/*.md      | docs/README.md docs/mona/hello-world.md docs/a/b/c.md | docs/a.txt a.md x/docs/a.md
            **/docs/**        | docs/hello.md dir/docs/my-file.txt space/docs/plan/space.doc | docs dir/docs doc/x
            **/README.md      | README.md js/README.md                 | README.mdx js/README.md/x
            **/*src/**        | a/src/app.js my-src/code/js/app.js     | src a/src srcs/app.js
            **/*-post.md      | my-post.md path/their-post.md          | post.md my-post.md/x
            **/migrate-*.sql  | migrate-10909.sql db/migrate-v1.0.sql db/9/migrate-v1.sql | migrate.sql db/migrate-/x
            """;

    /** "About code owners", for patterns that mean the same when anchored at the root. */
    private static final String CODE_OWNERS = """
            docs/*            | docs/getting-started.md                | docs/build-app/troubleshooting.md
            build/logs/**     | build/logs/a.log build/logs/x/a.log    | build/logs.txt x/build/logs/a.log
            **/logs/**        | build/logs/a scripts/logs/a deeply/nested/logs/x/a | logs build/log/a
            **/*.js           | app.js src/app.js                      | app.ts src/app.js/x
            """;

    /** What git's own tests of wildmatch pin down, in other words. */
    private static final String WILDMATCH = """
            core              | core                                   | cor cores Core core/x
            ????              | core                                   | cor cores a/bc
            c*                | c core                                 | ac x/c c/x
            *e                | core e                                 | core2 x/e
            *or*              | core or                                | cre c/or/e
            *o*r*             | or foobar o-r                          | ro
            *aba              | aba ababa aaaba                        | abab
            c\\*e             | c*e                                    | core c\\*e
            c\\\\e            | c\\e                                   | ce c\\\\e
            \\c\\o\\re        | core                                   | c\\o\\re
            \\?a\\?           | ?a?                                    | xax
            \\[ab]            | [ab]                                   | a \\a
            \\@a              | @a                                     | a
            *[lr]?            | ball ore are bale lr                   | bal r
            [core]            | c o                                    | core x
            **[!ab]           | c abc                                  | a cb x/c
            c[a-p]re          | core care                              | cure c/re
            c[!a-n]re         | core cure                              | care
            c[^a-n]re         | core cure                              | care
            c[]]e             | c]e                                    | ce cxe
            c[]-]e            | c]e c-e                                | cae
            c[]a-]e           | c]e c-e cae                            | cbe
            ]                 | ]                                      | [
            [!]a-]            | b                                      | ] - a
            [a-]x]            | ax] -x]                                | a] x] ]
            [-]               | -                                      | a
            [--A]             | - 5 A                                  | , a
            [,-.]x            | ,x -x .x                               | +x x
            [a-c-e]           | a b c - e                              | d
            [!-----]          | a                                      | -
            []-a]             | ] ^ a                                  | [ b
            [!]-a]            | [ b                                    | ] ^
            [a^b]             | a ^ b                                  | c
            [a!b]             | a ! b                                  | c
            [\\\\]            | \\                                     | a ]
            [!\\\\]           | a                                      | \\
            [\\]]             | ]                                      | \\ \\]
            [\\-_]            | - _                                    | \\ a
            [\\1-\\3]         | 1 2 3                                  | 0 4 \\
            [A-\\\\]          | A Z [ \\                               | ] a
            [[-\\]]           | [ \\ ]                                 | - a
            [\\\\-^]          | \\ ] ^                                 | [ _
            [[]ab]            | [ab]                                   | a [
            [[:]ab]           | [ab] :ab]                              | aab] a
            [[:digit]ab]      | [ab] :ab] dab] gab]                    | 1ab] a
            [\\[:]ab]         | [ab] :ab]                              | \\ab]
            [A-[:x]           | A [ : x                                | a - ]
            [[:alpha:]][[:digit:]] | a1 Z9                             | 1a aa a
            [[:digit:][:upper:]] | 0 A                                 | a -
            [a-c[:digit:]x-z] | a c 5 x z                              | d w -
            [[:digit:]-z]     | 1 - z                                  | a
            [![:alpha:]]      | 1 -                                    | a Z
            [^[:alnum:]]      | - _                                    | a Z 0
            [[:xdigit:]]      | 5 f D                                  | g G
            [[:punct:]]       | - _ ~ ! @ :                            | a 1
            [[:lower:]]       | a                                      | A 1
            [[:upper:]]       | A                                      | a 1
            [[:graph:]]       | a ~ !                                  |
            [A-Z]             | A M                                    | a m
            [B-Za]            | B a                                    | A b
            [Z-y]             | Z a y                                  | z Y
            a*b               | ab axb                                 | a/b ax/xb
            a**b              | ab axb                                 | a/b a/x/b
            a**               | a abc                                  | a/b abc/d
            **a               | a xa                                   | x/a
            a?b               | axb                                    | a/b ab
            a[/]b             |                                        | a/b ab
            a[!x]b            | ayb                                    | a/b axb
            a[.-0]b           | a.b a0b                                | a/b
            a[x/y]b           | axb ayb                                | a/b a/yb
            a/**/**/b         | a/b a/x/b a/x/y/b                      | a/b/c ab
            a/**/**/**        | a/b a/x/b                              | a ab
            **/**/**          | a a/b a/b/c/d                          |
            **/*              | a a/b .a/.b                            |
            ***/a             | a x/a x/y/a                            | xa
            a/***             | a/b a/b/c                              | a
            */a               | x/a                                    | a x/y/a
            **/a*             | ab x/ab                                | ab/c x/ab/c
            **/a/*            | a/b x/a/b x/y/a/b                      | a x/a a/b/c
            */a/**            | x/a/b x/a/b/c                          | a/b x/y/a/b x/a
            **/a/*/*          | a/b/c x/a/b/c                          | a/b a/b/c/d
            */*/*             | a/b/c                                  | a a/b a/b/c/d
            **/*X*/**/*i      | aX/i X/i a/X/b/c/hi                    | X i a/Xi
            */*X*/*/*i        | a/cXd/e/hi                             | a/cd/e/hi a/b/cXd/e/hi
            -*-*-*-12-*-m-*   | -a-b-c-12-d-m-e                        | -a-b-c-12-d-x-e -a-b-c-12-d/-m-e
            **/*a*b*g*n*t     | ab/abcdefghijklmnop.t/abgnt abgnt      | abgntz a/b/g/n/t
            .*                | .github .a                             | a a/.b
            *.md              | .md a.md                               | a.mdx
            !a                | !a                                     | a b
            a}b               | a}b                                    | ab
            a,b               | a,b                                    | a b
            """;

    /** Braces, which git does not have: what a shell makes of them, read again by the rules above. */
    private static final String BRACES = """
            {a,b}             | a b                                    | c ab {a,b}
            x{a,b}y           | xay xby                                | xy xaby
            {a,b}{c,d}        | ac ad bc bd                            | a ab cd
            a{b,{c,d}e}f      | abf acef adef                          | acf af abef
            a{,.bak}          | a a.bak                                | a. .bak
            a{}b              | ab                                     | a{}b
            {a}               | a                                      | {a}
            core/{a,b/c}/*.md | core/a/x.md core/b/c/x.md              | core/b/x.md core/c/x.md
            core{/a,}/x       | core/a/x core/x                        | core//x corex
            *.{md,mdc}        | a.md a.mdc                             | a.m a.mdd
            **/*.{md,y{a,}ml} | a.md x/a.yml x/y/a.yaml                | a.ml
            {*,x}*            | a x/y xa                               |
            {*,x}*/b          | b a/b x/y/b                            |
            {**,x}/b          | b a/b x/b                              | ab
            {**/,}b           | b a/b                                  | ab
            a{*,/**/}b        | ab axb a/b a/x/b                       | a/bx
            {[ab],c}          | a b c                                  | d
            {[,}]x,c}         | ,x }x c                                | x [
            [{a,b}]           | { a , b }                              | ab c
            \\{a,b\\}         | {a,b}                                  | a b
            {a\\,b,c\\}}      | a,b c}                                 | a b c
            {?,**/\\*}        | a * x/* x/y/*                          | ab x/a
            """;

    private PublishedCases() {}

    /** Rows that git itself can be asked about. */
    static List<Row> ofGit() {
        return rows(GIT_IGNORE, GITHUB_ACTIONS, CODE_OWNERS, WILDMATCH);
    }

    static List<Row> all() {
        return Stream.concat(ofGit().stream(), rows(BRACES).stream()).toList();
    }

    private static List<Row> rows(String... tables) {
        return Stream.of(tables).flatMap(String::lines).map(Row::parse).toList();
    }
}
