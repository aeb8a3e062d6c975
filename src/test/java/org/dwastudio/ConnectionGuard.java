package org.dwastudio;

import java.net.InetAddress;
import java.net.URLPermission;
import java.security.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Refuses connections, look-ups of hosts and open ports for a whole process, and writes them down. All of Java's ways to
 * the network ask it: sockets, channels, datagrams, look-ups. Java 24 does without such a guard.
 */
@SuppressWarnings("removal") // Nothing else sees all of these ways without rewriting the JDK's own classes.
final class ConnectionGuard extends SecurityManager {
    private final List<String> refused = new ArrayList<>();

    void install() {
        System.setSecurityManager(this);
    }

    /** What was refused since it was asked last. */
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

    /** The JDK names its cache of fonts by the computer's own name. */
    private static boolean asksForOwnName() {
        return Arrays.stream(new Throwable().getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("sun.font.FcFontConfiguration"));
    }

    @Override
    public void checkPermission(Permission permission) {
        // The newer HTTP client connects with the rights of the JDK and asks this beforehand. All else is allowed.
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
        // Every datagram channel listens at a port of its own when it is made; what it sends is asked about.
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
