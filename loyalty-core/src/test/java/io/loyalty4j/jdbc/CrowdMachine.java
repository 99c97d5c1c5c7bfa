package io.loyalty4j.jdbc;

import io.loyalty4j.shop.MemberId;
import java.time.Duration;
import java.util.List;

/** A process with many tills that all serve one member: arguments are the database, the member, the first and the last number, and how many tills. */
final class CrowdMachine {
    private CrowdMachine() {}

    public static void main(String[] args) throws Exception {
        MemberId member = MemberId.of(args[1]);
        UrlDataSource source = new UrlDataSource(args[0], "postgres", "postgres");
        try (Database.Pool pool = Database.pooled(source, 4, Duration.ofSeconds(20))) {
            JdbcLoyaltyStore store = JdbcLoyaltyStore.on(pool);
            Tills tills = new Tills(Market.SELLING_OUT, List.of(Market.machine(store)), Integer.parseInt(args[4]));
            tills.machines().get(0).quote(Market.SELLING_OUT.order(member, Integer.parseInt(args[2])));
            System.out.println("ready");
            System.in.read();
            tills.sell(Integer.parseInt(args[2]), Integer.parseInt(args[3]), number -> member)
                    .forEach(told -> System.out.println(told.text()));
        }
    }
}
