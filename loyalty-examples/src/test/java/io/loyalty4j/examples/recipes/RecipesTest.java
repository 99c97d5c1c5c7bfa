package io.loyalty4j.examples.recipes;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loyalty4j.LoyaltyEngine;
import io.loyalty4j.examples.programs.BeautyInsider;
import io.loyalty4j.shop.LoyaltyException.StoreFailedException;
import io.loyalty4j.store.LoyaltyStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each short main prints what the text of its name says, has at most 80 lines, and is linked from the README. They are found by looking at the files. */
class RecipesTest {
    private static final String PACKAGE = "src/main/java/io/loyalty4j/examples/recipes/";
    private static final int MOST_LINES = 80;

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Recipe> recipes = Map.ofEntries(
            entry("QuickStart", QuickStart::run),
            entry("RuleOfYourOwn", RuleOfYourOwn::run),
            entry("SpringTransaction", SpringTransaction::run),
            entry("StoreOfYourOwn", StoreOfYourOwn::run),
            entry("BalancesFromCsv", BalancesFromCsv::run),
            entry("BringAFriend", BringAFriend::run),
            entry("GiftToAFriend", GiftToAFriend::run),
            entry("MonthEndForFinance", out -> MonthEndForFinance.run(out, folder)),
            entry("ServiceDesk", ServiceDesk::run));

    static List<String> mains() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(PACKAGE))) {
            return files.filter(file -> read(file).contains("static void main("))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mains")
    void printsWhatItsTextSays(String main) throws Exception {
        assertThat(recipes).containsKey(main);

        assertThat(printed(Objects.requireNonNull(recipes.get(main)))).isEqualTo(golden(main + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("mains")
    void hasAtMostEightyLines(String main) {
        assertThat(read(Path.of(PACKAGE + main + ".java")).lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @ParameterizedTest
    @MethodSource("mains")
    void isLinkedFromTheReadme(String main) {
        assertThat(read(Path.of("../README.md"))).contains("(loyalty-examples/" + PACKAGE + main + ".java)");
    }

    @Test
    void monthEndWritesAFileForEachMonth() throws Exception {
        printed(out -> MonthEndForFinance.run(out, folder));

        for (String month : List.of("loyalty-2026-10.csv", "loyalty-2026-11.csv")) {
            assertThat(read(folder.resolve(month)).replace("\r\n", "\n")).isEqualTo(golden(month));
        }
    }

    /** A database that is away is nobody's row. */
    @Test
    void balancesEndWithTheStoreAndNotWithBadRows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LoyaltyEngine away = LoyaltyEngine.builder(BeautyInsider.program())
                .store(storeThatIsAway())
                .clock(WallCalendar.on("2026-11-22"))
                .build();

        assertThatThrownBy(() -> new BalancesFromCsv(away, new PrintStream(bytes, true, StandardCharsets.UTF_8)).read())
                .isInstanceOf(StoreFailedException.class);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static LoyaltyStore storeThatIsAway() {
        LoyaltyStore store = LoyaltyStore.inMemory();
        return (LoyaltyStore) Proxy.newProxyInstance(
                LoyaltyStore.class.getClassLoader(), new Class<?>[] {LoyaltyStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("update")) {
                        throw new StoreFailedException("the database is away");
                    }
                    return method.invoke(store, args);
                });
    }

    private String printed(Recipe recipe) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        recipe.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8)
                .replace(folder.toString(), "FOLDER")
                .replace("\r\n", "\n")
                .replace("\\", "/");
    }

    private static String golden(String name) throws IOException {
        try (InputStream text = Objects.requireNonNull(RecipesTest.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a main does, without the console. */
    private interface Recipe {
        void run(PrintStream out) throws Exception;
    }
}
