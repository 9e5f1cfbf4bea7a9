package io.github.servicelinkage.conformance.exchange;

import java.nio.ByteBuffer;
import org.apache.hc.core5.http2.config.H2Param;

/** How much of a body may be sent, on the connection and on the stream that is open (RFC 9113 §5.2), in bytes. */
final class Http2Window {
    /** Of one setting: its number, and its value. */
    static final int SETTING_BYTES = Short.BYTES + Integer.BYTES;

    private static final int FIRST = 0xFFFF;

    private long ofConnection = FIRST;
    private long ofNewStream = FIRST;
    private long ofStream;

    void open() {
        ofStream = ofNewStream;
    }

    int most(int wanted) {
        return (int) Math.max(0, Math.min(wanted, Math.min(ofConnection, ofStream)));
    }

    void sent(int bytes) {
        ofConnection -= bytes;
        ofStream -= bytes;
    }

    /** Takes what concerns it from settings; a stream that is open takes part in a change (RFC 9113 §6.9.2). */
    void settle(ByteBuffer settings) throws Unanswered {
        while (settings.hasRemaining()) {
            int id = settings.getShort();
            int value = settings.getInt();
            if (id == H2Param.INITIAL_WINDOW_SIZE.getCode()) {
                Unanswered.malformedUnless(value >= 0);
                ofStream += value - ofNewStream;
                ofNewStream = value;
            }
        }
    }

    void widenConnection(int more) throws Unanswered {
        ofConnection += more;
        Unanswered.malformedUnless(more > 0 && ofConnection <= Integer.MAX_VALUE);
    }

    void widenStream(int more) throws Unanswered {
        ofStream += more;
        Unanswered.malformedUnless(more > 0 && ofStream <= Integer.MAX_VALUE);
    }
}
