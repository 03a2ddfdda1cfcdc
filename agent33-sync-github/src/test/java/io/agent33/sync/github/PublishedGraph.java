package io.agent33.sync.github;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** GitHub's own schema of its GraphQL API, and what it says of an exchange. */
final class PublishedGraph {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every mutation is performed, and finds nothing. */
    private static final RuntimeWiring NOTHING = RuntimeWiring.newRuntimeWiring()
            .wiringFactory(new MockedWiringFactory())
            .build();

    private final GraphQL graph;

    private PublishedGraph(GraphQL graph) {
        this.graph = graph;
    }

    static PublishedGraph read(Path file) {
        try (Reader schema = Files.newBufferedReader(file)) {
            Document types = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(schema)
                    .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                    .build());
            GraphQLSchema executable = new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().buildRegistry(withoutTwins(types)), NOTHING);
            return new PublishedGraph(GraphQL.newGraphQL(executable).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As published, a type has some of its fields twice, word for word. */
    private static Document withoutTwins(Document schema) {
        return schema.transform(to -> to.definitions(schema.getDefinitions().stream()
                .map(type -> type instanceof ObjectTypeDefinition object ? withoutTwins(object) : type)
                .toList()));
    }

    private static ObjectTypeDefinition withoutTwins(ObjectTypeDefinition type) {
        Map<String, FieldDefinition> fields = new LinkedHashMap<>();
        type.getFieldDefinitions().forEach(field -> fields.putIfAbsent(field.getName(), field));
        return type.transform(to -> to.fieldDefinitions(List.copyOf(fields.values())));
    }

    /** What a request asks for, at the highest level. */
    List<String> fields(JsonNode body) {
        return fields(selection(body)).map(Field::getName).toList();
    }

    private static SelectionSet selection(JsonNode body) {
        return Parser.parse(body.path("query").asText())
                .getDefinitionsOfType(OperationDefinition.class)
                .get(0)
                .getSelectionSet();
    }

    private static Stream<Field> fields(SelectionSet selection) {
        return selection.getSelectionsOfType(Field.class).stream();
    }

    /** What is not as described: of the request, its variables included, and of an answer that is no error. */
    List<String> problems(JsonNode body, JsonNode answer) {
        ExecutionInput input = ExecutionInput.newExecutionInput(
                        body.path("query").asText())
                .variables(JSON.convertValue(body.path("variables"), new TypeReference<Map<String, Object>>() {}))
                .build();
        List<String> problems = new ArrayList<>(graph.execute(input).getErrors().stream()
                .map(GraphQLError::getMessage)
                .toList());
        if (problems.isEmpty() && answer.path("errors").isEmpty()) {
            missing(selection(body), answer.path("data"), "data").stream()
                    .map(path -> "no " + path + " in " + answer)
                    .forEach(problems::add);
        }
        return problems;
    }

    private static List<String> missing(SelectionSet selection, JsonNode answer, String path) {
        return fields(selection)
                .flatMap(field -> {
                    String at = path + "/" + field.getName();
                    JsonNode value = answer.path(field.getName());
                    return field.getSelectionSet() == null
                            ? Stream.of(at).filter(missing -> value.isMissingNode())
                            : missing(field.getSelectionSet(), value, at).stream();
                })
                .toList();
    }
}
