package io.agent33.sync;

import io.agent33.sync.Witness.Asked;
import io.agent33.sync.Witness.Question;
import io.agent33.sync.api.repository.BranchTip;
import io.agent33.sync.api.repository.DownstreamRepository;
import io.agent33.sync.api.repository.ObjectId;
import io.agent33.sync.api.repository.Revision;
import io.agent33.sync.api.repository.UpstreamRefs;
import io.agent33.sync.api.repository.UpstreamRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions that a {@link Witness} hears, each with its answer as one text, and how to ask them again. */
final class Questions {
    private static final String NONE = "-";

    private Questions() {}

    /**
     * Whether it is answered so still.
     *
     * @throws IllegalArgumentException if the upstream is never asked this
     */
    static boolean holds(UpstreamRepository upstream, Question question, String answer) {
        return (question.asked() == Asked.REFS && upstream.isAt(refs(answer)))
                || ask(upstream, question).equals(answer);
    }

    private static String ask(UpstreamRepository upstream, Question question) {
        return switch (question.asked()) {
            case REFS -> answer(upstream.refs());
            case RESOLVE -> revision(upstream.resolve(question.argument()));
            case LOCATION -> location(upstream.location());
            case WEB_ADDRESS -> {
                int name = question.argument().indexOf('\n');
                yield address(upstream.webAddress(
                        question.argument().substring(0, name),
                        question.argument().substring(name + 1)));
            }
            case BASE, BRANCHES -> throw new IllegalArgumentException("no question for an upstream: " + question);
        };
    }

    /**
     * Whether it is answered so still.
     *
     * @throws IllegalArgumentException if a downstream is never asked this
     */
    static boolean holds(DownstreamRepository downstream, Question question, String answer) {
        return ask(downstream, question).equals(answer);
    }

    private static String ask(DownstreamRepository downstream, Question question) {
        return switch (question.asked()) {
            case LOCATION -> location(downstream.location());
            case BASE ->
                tips(List.of(downstream.base(
                        question.argument().isEmpty()
                                ? Optional.empty()
                                : Optional.of(question.argument().substring(1)))));
            case BRANCHES -> tips(downstream.branches(question.argument()));
            case REFS, RESOLVE, WEB_ADDRESS ->
                throw new IllegalArgumentException("no question for a downstream: " + question);
        };
    }

    static Question upstream(Asked asked, String argument) {
        return new Question("", asked, argument);
    }

    static Question webAddress(String name, String path) {
        return upstream(Asked.WEB_ADDRESS, name + "\n" + path);
    }

    static Question base(DownstreamRepository downstream, Optional<String> branch) {
        return downstream(downstream, Asked.BASE, branch.map(name -> "=" + name).orElse(""));
    }

    static Question downstream(DownstreamRepository downstream, Asked asked, String argument) {
        return new Question(downstream.id().value(), asked, argument);
    }

    static String answer(UpstreamRefs refs) {
        List<String> parts = new ArrayList<>();
        parts.add(refs.head().name());
        parts.add(refs.head().commit().hex());
        for (Revision tag : refs.tags()) {
            parts.add(tag.name());
            parts.add(tag.commit().hex());
        }
        return Witness.joined(parts);
    }

    /** What {@link #answer} made one text of. */
    private static UpstreamRefs refs(String answer) {
        List<String> parts = Witness.parts(answer);
        List<Revision> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 2) {
            all.add(new Revision(parts.get(i), ObjectId.of(parts.get(i + 1))));
        }
        return new UpstreamRefs(all.get(0), all.subList(1, all.size()));
    }

    static String revision(Optional<Revision> revision) {
        return revision.map(found -> Witness.joined(found.name(), found.commit().hex()))
                .orElse(NONE);
    }

    static String address(Optional<URI> address) {
        return location(address.map(URI::toString));
    }

    static String tips(List<BranchTip> tips) {
        List<String> parts = new ArrayList<>();
        for (BranchTip tip : tips) {
            parts.add(tip.branch());
            parts.add(tip.commit().hex());
        }
        return Witness.joined(parts);
    }

    static String location(Optional<String> text) {
        return text.map(Witness::joined).orElse(NONE);
    }
}
