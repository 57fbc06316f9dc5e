// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that begins each of its transactions with one statement. For one thread. */
final class LimitedTransactions implements InvocationHandler {
    private final Connection connection;
    private final String first;
    private boolean begun;

    private LimitedTransactions(Connection connection, String first) {
        this.connection = connection;
        this.first = first;
    }

    static Connection of(Connection connection, String first) {
        return (Connection) Proxy.newProxyInstance(
                LimitedTransactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LimitedTransactions(connection, first));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit", "rollback" -> begun = false;
            case "createStatement", "prepareStatement", "prepareCall" -> begin();
            default -> {
                // has no part in a transaction
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void begin() throws SQLException {
        if (!begun) {
            try (Statement sql = connection.createStatement()) {
                sql.execute(first);
            }
            begun = true;
        }
    }
}
