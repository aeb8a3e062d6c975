package org.dwastudio;

import java.net.InetAddress;
import java.net.URLPermission;
import java.security.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses and records connections, host look-ups and listening ports for a whole process. All network APIs of Java
 * check it: sockets, channels, datagrams, look-ups. Java 24 no longer supports a security manager.
 */
@SuppressWarnings("removal") // Nothing else sees all network access without rewriting the JDK's own classes.
final class ConnectionGuard extends SecurityManager {
    private final List<String> refused = new ArrayList<>();

    void install() {
        System.setSecurityManager(this);
    }

    /** Returns the refusals recorded since the last call and clears them. */
    synchronized List<String> takeRefused() {
        List<String> all = List.copyOf(refused);
        refused.clear();
        return all;
    }

    private synchronized void refuse(String what) {
        StringBuilder by = new StringBuilder(what);
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            by.append(" < ").append(frame.getClassName()).append('.').append(frame.getMethodName());
        }
        refused.add(by.toString());
        throw new SecurityException(what + " is refused");
    }

    /** Returns whether the JDK looks up the local host name, which it uses to name its font cache. */
    private static boolean asksForOwnName() {
        return Arrays.stream(new Throwable().getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("sun.font.FcFontConfiguration"));
    }

    @Override
    public void checkPermission(Permission permission) {
        // java.net.http connects with the JDK's permissions and checks this one first. All others are allowed.
        if (permission instanceof URLPermission) {
            refuse("request to " + permission.getName());
        }
    }

    @Override
    public void checkConnect(String host, int port) {
        if (port < 0 && asksForOwnName()) {
            return;
        }
        refuse(port < 0 ? "look-up of " + host : "connection to " + host + ":" + port);
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        checkConnect(host, port);
    }

    @Override
    public void checkListen(int port) {
        // Every new datagram channel listens on an ephemeral port; what it sends is checked separately.
        if (port != 0) {
            refuse("port " + port);
        }
    }

    @Override
    public void checkAccept(String host, int port) {
        refuse("connection from " + host + ":" + port);
    }

    @Override
    public void checkMulticast(InetAddress group) {
        refuse("multicast to " + group);
    }
}
