// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that is gone directly before a certain statement, as if its process was killed there. */
final class EndingDataSource {
    /** What ends the database or its session. */
    interface End {
        void of(Connection connection) throws SQLException;
    }

    private final LedgerSettings settings;
    private final End end;
    private final AtomicInteger left;

    /** @param last how many statements are executed */
    EndingDataSource(LedgerSettings settings, int last, End end) {
        this.settings = settings;
        this.end = end;
        this.left = new AtomicInteger(last);
    }

    boolean isOver() {
        return left.get() < 0;
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> connection());
    }

    private Connection connection() throws SQLException {
        if (isOver()) {
            throw new SQLException("the database is gone");
        }
        Connection real = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, counting(real, statement));
            }
            return result instanceof Statement statement ? proxy(Statement.class, counting(real, statement)) : result;
        });
    }

    private InvocationHandler counting(Connection connection, Statement statement) {
        return (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && left.decrementAndGet() < 0) {
                end.of(connection);
                throw new SQLException("the database is gone");
            }
            return call(statement, method, arguments);
        };
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(EndingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
