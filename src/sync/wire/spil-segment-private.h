// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "spil-segment.h"
#include "spil-wire-private.h"

G_BEGIN_DECLS

#define SPIL_SEGMENT_MAGIC "SPSG"
#define SPIL_SEGMENT_CONTEXT "spil segment"

/* The hybrid time of an entry is taken apart: milliseconds and a counter. See spil-stamp.h. */
#define SPIL_SEGMENT_COUNTER_BITS 16
#define SPIL_SEGMENT_COUNTER_MAX 0xffff
#define SPIL_SEGMENT_MS_MAX (G_MAXINT64 >> SPIL_SEGMENT_COUNTER_BITS)

/** What is compressed and encrypted. */
GByteArray *spil_segment_writer_dup_content (SpilSegmentWriter *self, const SpilId *device);
/** Reads it from @memory into @segment, whose head is known; clear that also when this fails. */
gboolean spil_segment_read_content (SpilSegment *segment, GBytes *memory);

G_END_DECLS
