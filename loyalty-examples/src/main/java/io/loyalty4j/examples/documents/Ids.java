package io.loyalty4j.examples.documents;

import io.loyalty4j.store.Message;
import java.util.Locale;

/** Ids of documents: what it is, then parts that say which, apart by a space, which no id of the library has. Numbers have zeros before them, so that they sort. */
final class Ids {
    private Ids() {}

    static String of(String kind, Object... parts) {
        StringBuilder id = new StringBuilder(kind);
        for (Object part : parts) {
            id.append(' ').append(part instanceof Long number ? String.format(Locale.ROOT, "%019d", number) : part);
        }
        return id.toString();
    }

    /** What all ids of a kind, or of some of it, begin with. */
    static String prefix(String kind, Object... parts) {
        return of(kind, parts) + " ";
    }

    /** Of a message {@code ana/7/0}. */
    static String of(Message message) {
        String[] path = message.id().split("/(?=\\d+(/\\d+)?$)", 3);
        return of("message", path[0], Long.valueOf(path[1]), Long.valueOf(path[2]));
    }

    /** What stands behind the kind. */
    static String rest(Document document) {
        return document.id().substring(document.id().indexOf(' ') + 1);
    }
}
