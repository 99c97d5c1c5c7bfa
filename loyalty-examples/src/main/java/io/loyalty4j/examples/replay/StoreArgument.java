package io.loyalty4j.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was said on the command line: files, and {@code --store <jdbc url>} with {@code --user} and {@code --password} where the URL does not name them.
 *
 * @param url empty for a store in memory
 */
public record StoreArgument(
        List<String> files, Optional<String> url, Optional<String> user, Optional<String> password) {
    public StoreArgument {
        files = List.copyOf(files);
    }

    /**
     * Reads the words of a command line.
     *
     * @throws UnusableStoreException if an option is unknown, has no value, or asks for a store that is not a database
     */
    public static StoreArgument of(String... words) {
        StoreArgument said = new StoreArgument(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith("--")) {
                said = said.option(words[i], i + 1 < words.length ? words[i + 1] : "");
                i++;
            } else {
                said = said.file(words[i]);
            }
        }
        return said;
    }

    private StoreArgument file(String file) {
        List<String> more = new ArrayList<>(files);
        more.add(file);
        return new StoreArgument(more, url, user, password);
    }

    private StoreArgument option(String name, String value) {
        return switch (name) {
            case "--store" -> new StoreArgument(files, Optional.of(jdbc(value)), user, password);
            case "--user" -> new StoreArgument(files, url, Optional.of(value), password);
            case "--password" -> new StoreArgument(files, url, user, Optional.of(value));
            default -> throw new UnusableStoreException(name + " is no option: --store, --user and --password are");
        };
    }

    private static String jdbc(String url) {
        if (!url.startsWith("jdbc:")) {
            throw new UnusableStoreException("--store wants the URL of a database, jdbc:...");
        }
        return url;
    }

    /** Where it is, without what a URL may say of passwords. */
    public String place() {
        return url.map(all -> all.split("[?;]", 2)[0]).orElse("memory");
    }

    /**
     * Opens the store, in memory if no URL was said.
     *
     * @throws UnusableStoreException if no connection can be had
     */
    public OpenStore open() {
        return url.isPresent() ? OpenStore.of(this, url.get()) : OpenStore.inMemory();
    }
}
