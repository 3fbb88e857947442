// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-folder-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* Several codes have one cause for people. */
typedef enum
{
  CAUSE_OTHER,
  CAUSE_GONE,
  CAUSE_NO_FOLDER,
  CAUSE_UNPLUGGED,
  CAUSE_BROKEN,
  CAUSE_DISCONNECTED,
  CAUSE_MOVED,
  CAUSE_SILENT,
  CAUSE_FULL,
  CAUSE_QUOTA,
  CAUSE_TOO_LARGE,
  CAUSE_READ_ONLY,
  CAUSE_FORBIDDEN,
} Cause;

static const struct
{
  SpilCarrierError error;
  const char *sentence;
} causes[] = {
  [CAUSE_OTHER] = { SPIL_CARRIER_ERROR_FAILED, N_ ("The shared folder “%s” cannot be used: %s.") },
  [CAUSE_GONE] = { SPIL_CARRIER_ERROR_ABSENT,
                   N_ ("The shared folder “%s” is not there; connect to the network or plug in the stick, and try again.") },
  [CAUSE_NO_FOLDER] = { SPIL_CARRIER_ERROR_ABSENT,
                        N_ ("The shared folder “%s” is no folder any more; choose it again.") },
  [CAUSE_UNPLUGGED] = { SPIL_CARRIER_ERROR_ABSENT,
                        N_ ("The disk or stick with the shared folder “%s” was taken out; plug it in again.") },
  [CAUSE_BROKEN] = { SPIL_CARRIER_ERROR_ABSENT,
                     N_ ("The disk or the network with the shared folder “%s” gives an error; try again, and ask your administrator when it keeps doing so.") },
  [CAUSE_DISCONNECTED] = { SPIL_CARRIER_ERROR_ABSENT,
                           N_ ("The connection to the shared folder “%s” is broken; connect again.") },
  [CAUSE_MOVED] = { SPIL_CARRIER_ERROR_ABSENT,
                    N_ ("The shared folder “%s” was moved or replaced on the server; disconnect and connect again.") },
  [CAUSE_SILENT] = { SPIL_CARRIER_ERROR_ABSENT,
                     N_ ("The shared folder “%s” does not answer; check the network, and try again.") },
  [CAUSE_FULL] = { SPIL_CARRIER_ERROR_FULL,
                   N_ ("There is no room left in the shared folder “%s”; make room there, and try again.") },
  [CAUSE_QUOTA] = { SPIL_CARRIER_ERROR_FULL,
                    N_ ("You have used up your part of the room in the shared folder “%s”; remove something there, or ask your administrator for more.") },
  [CAUSE_TOO_LARGE] = { SPIL_CARRIER_ERROR_FULL,
                        N_ ("A file is larger than the shared folder “%s” can take; choose a folder on another disk.") },
  [CAUSE_READ_ONLY] = { SPIL_CARRIER_ERROR_REFUSED,
                        N_ ("The disk with the shared folder “%s” can only be read; make it writable, or choose another folder.") },
  [CAUSE_FORBIDDEN] = { SPIL_CARRIER_ERROR_REFUSED,
                        N_ ("You are not allowed to use the shared folder “%s”; ask its owner for permission, or choose it again.") },
};

static Cause
find_connection_cause (int code)
{
  switch (code) {
  case ENOTCONN:
  case ESHUTDOWN:
  case ECONNRESET:
  case ECONNREFUSED:
  case ECONNABORTED:
  case EPIPE:
  case EHOSTDOWN:
  case EHOSTUNREACH:
  case ENETDOWN:
  case ENETUNREACH:
  case ENETRESET:
    return CAUSE_DISCONNECTED;
  case ESTALE:
    return CAUSE_MOVED;
  case ETIMEDOUT:
    return CAUSE_SILENT;
  default:
    return CAUSE_OTHER;
  }
}

static Cause
find_cause (int code)
{
  switch (code) {
  case ENOENT:
    return CAUSE_GONE;
  case ENOTDIR:
  case ELOOP:
    return CAUSE_NO_FOLDER;
  case ENODEV:
  case ENXIO:
  case ENOMEDIUM:
    return CAUSE_UNPLUGGED;
  case EIO:
  case EREMOTEIO:
    return CAUSE_BROKEN;
  case ENOSPC:
    return CAUSE_FULL;
  case EDQUOT:
    return CAUSE_QUOTA;
  case EFBIG:
    return CAUSE_TOO_LARGE;
  case EROFS:
    return CAUSE_READ_ONLY;
  case EACCES:
  case EPERM:
    return CAUSE_FORBIDDEN;
  default:
    return find_connection_cause (code);
  }
}

void
spil_folder_error_set (GError **error, const char *label, int code)
{
  const Cause cause = find_cause (code);

  /* The second fact is only in the sentence of CAUSE_OTHER. */
  g_set_error (error, SPIL_CARRIER_ERROR, (int) causes[cause].error, _ (causes[cause].sentence), label,
               g_strerror (code));
}
