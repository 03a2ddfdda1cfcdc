package io.agent33.sync.it.histories;

import io.agent33.sync.api.rule.OnDrift;
import java.util.Optional;

/** S8's table for one path, written from its text and not from the code, with the same letters. */
final class TableModel {
    /** A conflict that waits. */
    record Open(String a, String previous, String l) {}

    /** What the last merged sync left, and the release that B came with. */
    record Known(String status, String b, String from, String d, Optional<String> w, Optional<Open> open) {
        Known as(String other) {
            return new Known(other, b, from, d, w, open);
        }
    }

    /** What there is. The last is what the override's author saw at the target. */
    record Facts(
            Optional<Known> known,
            Optional<String> t,
            Optional<String> c,
            Optional<String> o,
            boolean optedOut,
            Optional<String> seen) {}

    /** What shall be. */
    record Result(
            Optional<Known> known,
            Optional<String> target,
            Optional<String> override,
            boolean optOut,
            boolean blocked) {}

    private final OnDrift onDrift;
    private final boolean blockExisting;
    private final String release;

    TableModel(OnDrift onDrift, boolean blockExisting, String release) {
        this.onDrift = onDrift;
        this.blockExisting = blockExisting;
        this.release = release;
    }

    Result of(Facts facts) {
        return facts.known().map(known -> known(facts, known)).orElseGet(() -> unknown(facts));
    }

    private static Result stays(Facts facts, Optional<Known> known) {
        return new Result(known, facts.c(), facts.o(), false, false);
    }

    private static Result blocked(Facts facts) {
        return new Result(facts.known(), facts.c(), facts.o(), false, true);
    }

    private static Result frozen(Facts facts) {
        return stays(facts, facts.known());
    }

    private Result unknown(Facts facts) {
        if (facts.optedOut() || facts.t().isEmpty()) {
            return stays(facts, Optional.empty());
        }
        String t = facts.t().get();
        boolean marked = facts.o().filter(Slots::isMarked).isPresent();
        if (marked) {
            return frozen(facts);
        }
        boolean other = facts.c().isPresent()
                && !facts.c().equals(facts.t())
                && !facts.c().equals(facts.o());
        if (other && blockExisting) {
            return blocked(facts);
        }
        return facts.o().filter(o -> !o.equals(t)).map(o -> customised(t, o)).orElseGet(() -> upstreams(t));
    }

    private Result upstreams(String t) {
        Known known = new Known("delivered", t, release, t, Optional.empty(), Optional.empty());
        return new Result(Optional.of(known), Optional.of(t), Optional.empty(), false, false);
    }

    private Result customised(String t, String m) {
        Known known = new Known("delivered", t, release, m, Optional.of(m), Optional.empty());
        return new Result(Optional.of(known), Optional.of(m), Optional.of(m), false, false);
    }

    private Result known(Facts facts, Known known) {
        if (facts.optedOut()) {
            boolean gone =
                    facts.t().isEmpty() && facts.c().isEmpty() && facts.o().isEmpty();
            return stays(facts, gone ? Optional.empty() : Optional.of(known.as("ignored")));
        }
        boolean isOpen = known.open().isPresent();
        if (facts.t().isEmpty()) {
            boolean plain = facts.o().isEmpty() || facts.o().get().equals(known.b());
            if (facts.c().isEmpty() && plain) {
                return stays(facts, Optional.empty());
            }
            boolean untouched = facts.c()
                    .filter(c -> c.equals(known.d()) || c.equals(known.b()))
                    .isPresent();
            return !isOpen && plain && untouched
                    ? new Result(Optional.empty(), Optional.empty(), facts.o(), false, false)
                    : stays(facts, Optional.of(known.as("released")));
        }
        String c = facts.c().orElse(known.d());
        if (facts.c().isEmpty() && known.status().equals("delivered")) {
            if (onDrift == OnDrift.BLOCK && !isOpen) {
                return blocked(facts);
            }
            if (onDrift == OnDrift.ADOPT && (facts.o().isEmpty() || facts.o().equals(known.w()))) {
                return new Result(Optional.of(known.as("ignored")), facts.c(), facts.o(), true, false);
            }
        }
        if (!c.equals(known.d()) && !isOpen && onDrift == OnDrift.BLOCK) {
            return blocked(facts);
        }
        if (!c.equals(known.d()) && !isOpen && onDrift == OnDrift.OVERWRITE) {
            c = known.d();
        }
        boolean overrideMarked = facts.o().filter(Slots::isMarked).isPresent();
        if (overrideMarked || (Slots.isMarked(c) && !isOpen)) {
            return frozen(facts);
        }
        return known.open().map(open -> open(facts, known, open)).isPresent()
                ? open(facts, known, known.open().get())
                : plain(facts, known, c);
    }

    private Result plain(Facts facts, Known known, String c) {
        String o = facts.o().orElse(known.b());
        if (facts.o().isPresent() && known.w().isEmpty()) {
            Slots.Merged begun = Slots.merge(facts.seen().orElse(known.d()), o, known.d(), "", "");
            if (!begun.clean()) {
                return frozen(facts);
            }
            o = begun.text();
        }
        Slots.Merged local = Slots.merge(known.d(), o, c, "", "");
        return local.clean() ? meet(facts, known.b(), known.from(), local.text()) : frozen(facts);
    }

    private Result open(Facts facts, Known known, Open open) {
        String c = facts.c().orElse(known.d());
        String t = facts.t().orElseThrow();
        if (c.equals(known.d())) {
            return facts.o().equals(known.w()) && t.equals(known.b())
                    ? new Result(Optional.of(known.as("delivered")), Optional.of(c), facts.o(), false, false)
                    : meet(facts, open.a(), open.previous(), facts.o().orElse(open.a()));
        }
        if (Slots.isMarked(c)) {
            return frozen(facts);
        }
        Slots.Merged local = Slots.merge(known.w().orElse(open.l()), facts.o().orElse(open.a()), c, "", "");
        return local.clean() ? meet(facts, known.b(), known.from(), local.text()) : frozen(facts);
    }

    private Result meet(Facts facts, String a, String from, String l) {
        String t = facts.t().orElseThrow();
        Slots.Merged merged = Slots.merge(a, l, t, from, release);
        if (merged.clean()) {
            return merged.text().equals(t) ? upstreams(t) : customised(t, merged.text());
        }
        Known known =
                new Known("delivered", t, release, merged.text(), Optional.of(l), Optional.of(new Open(a, from, l)));
        return new Result(Optional.of(known), Optional.of(merged.text()), Optional.of(l), false, false);
    }
}
