package io.github.servicelinkage.conformance.report;

import io.github.servicelinkage.conformance.message.Text;
import io.github.servicelinkage.conformance.result.Status;
import io.github.servicelinkage.conformance.result.Verdict;

/** What people call statuses and verdicts. */
final class Labels {
    /** What comes before a remedy. */
    static final Text REMEDY = new Text("조치:", "How to fix:");

    private Labels() {}

    static Text of(Status status) {
        return switch (status) {
            case PASSED -> new Text("통과", "passed");
            case FAILED -> new Text("실패", "failed");
            case WARNING -> new Text("경고", "warning");
            case SKIPPED -> new Text("건너뜀", "skipped");
            case WAIVED -> new Text("유예", "waived");
            case ERROR -> new Text("오류", "error");
        };
    }

    static Text of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMANT -> new Text("적합", "Conformant");
            case NON_CONFORMANT -> new Text("부적합", "Not conformant");
            case INCONCLUSIVE -> new Text("판정 불가", "Inconclusive");
        };
    }
}
