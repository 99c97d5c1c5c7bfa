package io.loyalty4j.shop;

/** Composes request ids so that no two of them collide, whatever characters the shop's ids have. */
final class RequestIds {
    private RequestIds() {}

    static String of(String kind, String... ids) {
        StringBuilder id = new StringBuilder(kind);
        for (String part : ids) {
            id.append('/').append(escaped(part));
        }
        return id.toString();
    }

    private static String escaped(String id) {
        if (id.indexOf('%') < 0 && id.indexOf('/') < 0 && id.indexOf('@') < 0 && id.indexOf('#') < 0) {
            return id;
        }
        return id.replace("%", "%25").replace("/", "%2F").replace("@", "%40").replace("#", "%23");
    }
}
