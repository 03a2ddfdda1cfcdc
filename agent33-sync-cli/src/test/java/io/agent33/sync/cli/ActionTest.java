package io.agent33.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agent33.sync.cli.quickstart.SampleWorld;
import io.agent33.sync.github.simulated.SimulatedGitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code action.yml} and the workflow that uses it: of GitHub's form, and with a command line that the command takes. */
class ActionTest {
    private static final Path ACTION = Path.of("..", "action.yml");
    private static final Path WORKFLOW = Path.of("..", "examples", "workflow.yml");
    private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}");

    /** What the workflow's surroundings make of the expressions in the defaults. */
    private static final Map<String, String> SURROUNDINGS =
            Map.of("github.server_url", "https://github.com", "github.repository", "agent33/agent33");

    private static final ObjectMapper YAML = new YAMLMapper();

    @TempDir
    private Path folder;

    private final JsonNode action = read(ACTION);

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is no YAML", e);
        }
    }

    private static Set<String> keys(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.valueStream();
    }

    private static Set<String> inputsNamedIn(JsonNode node) {
        return INPUT.matcher(node.toString())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void theActionHasGitHubsForm() {
        assertThat(keys(action)).isSubsetOf("name", "description", "inputs", "outputs", "runs", "branding", "author");
        assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
        assertThat(keys(action.path("runs"))).containsExactly("steps", "using");
        assertThat(each(action.path("inputs"))).isNotEmpty().allSatisfy(input -> {
            assertThat(keys(input)).isSubsetOf("description", "required", "default", "deprecationMessage");
            assertThat(input.path("description").asText()).isNotBlank();
        });
        assertThat(each(action.at("/runs/steps"))).allSatisfy(ActionTest::isStep);
    }

    private static void isStep(JsonNode step) {
        assertThat(keys(step))
                .isSubsetOf("name", "id", "if", "uses", "with", "env", "run", "shell", "working-directory");
        assertThat(step.has("run")).isNotEqualTo(step.has("uses"));
        // A composite action has no default shell.
        assertThat(step.has("shell")).isEqualTo(step.has("run"));
        // Whatever a title or a branch is called would be run.
        assertThat(step.path("run").asText()).doesNotContain("${{");
        if (step.has("uses")) {
            assertThat(step.path("uses").asText()).matches("[\\w-]+/[\\w-]+@v\\d+(\\.\\d+\\.\\d+)?");
        }
    }

    @Test
    void everyInputIsUsedAndEveryOneThatIsUsedIsThere() {
        assertThat(inputsNamedIn(action.path("runs"))).isEqualTo(keys(action.path("inputs")));
    }

    @Test
    void theWorkflowHasGitHubsForm() {
        JsonNode workflow = read(WORKFLOW);
        assertThat(keys(workflow)).containsExactly("concurrency", "jobs", "name", "on", "permissions");
        assertThat(keys(workflow.path("on"))).isSubsetOf("release", "push", "schedule", "workflow_dispatch");
        assertThat(keys(workflow.path("concurrency"))).isSubsetOf("group", "cancel-in-progress");
        assertThat(workflow.at("/permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(keys(workflow.at("/jobs/sync"))).containsExactly("runs-on", "steps", "timeout-minutes");
        assertThat(inputsNamedIn(workflow.path("jobs"))).isEqualTo(keys(workflow.at("/on/workflow_dispatch/inputs")));
    }

    @Test
    void theWorkflowGivesTheActionWhatItTakes() {
        JsonNode step = read(WORKFLOW).at("/jobs/sync/steps/0");

        assertThat(step.path("uses").asText()).matches("agent33/agent33-sync@v\\d+\\.\\d+\\.\\d+");
        assertThat(keys(step.path("with"))).isSubsetOf(keys(action.path("inputs")));
        CommandLine.ParseResult run = parsed(Map.of("rule", "", "app-id", "12345", "app-key", "a key"));
        assertThat(run.subcommand().commandSpec().name()).isEqualTo("run");
        assertThat(option(run, "--upstream")).isEqualTo("https://github.com/agent33/agent33.git");
        assertThat(option(run, "--downstream-url")).isEqualTo("https://github.com/{repo}.git");
        assertThat(option(run, "--github")).isEqualTo("https://github.com");
        assertThat(option(run, "--github-app")).isEqualTo("12345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release=v1.0.0",
                "change=main,rule=a",
                "manual=true,rule=a,at=main",
                "command=plan,format=diff",
                "rules=a folder/with spaces,token=secret",
                "upstream=$(touch here) `it's`,format=json"
            })
    void theCommandTakesWhateverItIsGiven(String given) {
        Map<String, String> inputs = Stream.of(given.split(","))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

        CommandLine.ParseResult parsed = parsed(inputs);

        inputs.forEach((name, value) -> {
            switch (name) {
                case "command" ->
                    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo(value);
                case "token" -> assertThat(parsed.originalArgs()).noneMatch(argument -> argument.contains(value));
                case "rule", "manual" -> assertThat(option(parsed, "--" + name)).contains(value);
                default -> assertThat(option(parsed, "--" + name)).isEqualToIgnoringCase(value);
            }
        });
        assertThat(folder.resolve("here")).doesNotExist();
    }

    private static String option(CommandLine.ParseResult parsed, String name) {
        return String.valueOf(parsed.subcommand().<Object>matchedOptionValue(name, "none"));
    }

    /** What the command makes of the arguments that the action calls it with. */
    private CommandLine.ParseResult parsed(Map<String, String> inputs) {
        Cli.Result result = act(inputs, "printf '%s\\n' \"$@\"");
        assertThat(result.status()).as(result.err()).isZero();
        return AgentSync.commandLine().parseArgs(result.out().lines().toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"app-key, --github-key", "signing-key, --sign-ssh"})
    void aKeyIsAFileForTheCommandAlone(String input, String option) {
        Cli.Result result = act(
                Map.of("app-id", "1", input, "line one\nline two"),
                "for each; do case $each in " + option + "=*) file=${each#*=} ;; esac; done;"
                        + " ls -l \"$file\" | cut -c1-10; cat \"$file\";"
                        + " echo \"${APP_KEY-gone}${SIGNING_KEY-gone}\"; echo \"$file\"");

        List<String> said = result.out().lines().toList();
        assertThat(said.subList(0, 4)).containsExactly("-rw-------", "line one", "line two", "gonegone");
        assertThat(Path.of(said.get(4))).doesNotExist();
    }

    @Test
    void whatTheCommandSaysIsHowTheStepEnds() {
        assertThat(act(Map.of("app-id", "1", "app-key", "x"), "exit 1").status())
                .isEqualTo(1);
    }

    @Test
    @Tag("thorough")
    void itRunsAsItStands() {
        SampleWorld world = SampleWorld.create(folder);
        Map<String, String> inputs = new HashMap<>(Map.of("rule", "webapp-orchestrator", "token", "good-secret"));
        try (SimulatedGitHub gitHub = SimulatedGitHub.start()) {
            gitHub.branches((repository, branch) -> true);
            inputs.put("github-url", gitHub.address());
            for (String option : world.options()) {
                String[] pair = option.substring(2).split("=", 2);
                inputs.put(pair[0], pair[1]);
            }
            inputs.remove("cache");

            Cli.Result result = act(
                    inputs,
                    "exec \"" + Path.of(System.getProperty("java.home"), "bin", "java") + "\" -cp \""
                            + System.getProperty("java.class.path") + "\" " + Main.class.getName() + " \"$@\"");

            assertThat(result.status()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).contains("1 rule: 1 proposed\n", "https://github.test/org/webapp/pull/1");
            assertThat(result.out() + result.err()).doesNotContain("good-secret");
        }
    }

    /** Runs the action's last step as GitHub does, with a command of our own in the place of the one that was built. */
    private Cli.Result act(Map<String, String> inputs, String command) {
        JsonNode step = action.at("/runs/steps/2");
        assertThat(keys(action.path("inputs"))).containsAll(inputs.keySet());
        try {
            Path script = Files.writeString(
                    folder.resolve("step.sh"), step.path("run").asText());
            Path built = Files.createDirectories(folder.resolve("action/bin")).resolve("agent33-sync");
            Files.writeString(built, "#!/bin/sh\n" + command + "\n");
            assertThat(built.toFile().setExecutable(true)).isTrue();
            ProcessBuilder bash = new ProcessBuilder(
                            "bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
                    .directory(folder.toFile());
            bash.environment()
                    .put("GITHUB_ACTION_PATH", folder.resolve("action").toString());
            bash.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
            step.path("env")
                    .properties()
                    .forEach(variable -> bash.environment()
                            .put(
                                    variable.getKey(),
                                    evaluated(variable.getValue().asText(), inputs)));
            return Cli.finished(bash, folder);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String evaluated(String text, Map<String, String> inputs) {
        return INPUT.matcher(text)
                .replaceAll(input -> java.util.regex.Matcher.quoteReplacement(
                        inputs.getOrDefault(input.group(1), byDefault(input.group(1)))));
    }

    private String byDefault(String input) {
        String value = action.path("inputs").path(input).path("default").asText();
        for (Map.Entry<String, String> known : SURROUNDINGS.entrySet()) {
            value = value.replace("${{ " + known.getKey() + " }}", known.getValue());
        }
        assertThat(value).doesNotContain("${{");
        return value;
    }
}
