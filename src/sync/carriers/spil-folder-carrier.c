// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-folder-carrier.h"

#include <errno.h>
#include <string.h>

#include "spil-folder-calls.h"
#include "spil-folder-error.h"

struct _SpilFolderCarrier
{
  GObject parent_instance;

  char *path;
  char *label;
  gint64 patience; /* milliseconds */
  SpilFolderFault fault;
  gpointer fault_data;
  SpilLimitedThread *thread;
  GHashTable *swept; /* folders that were cleared of leftovers */
};

/* What is asked of the thread, and its answer. */
typedef struct _Call Call;
struct _Call
{
  SpilFolder folder;
  void (*function) (Call *self);

  char *name;
  gboolean flag; /* list: folders; put: sweep */
  gsize limit;
  GBytes *bytes; /* put: what to write; get: what was read */
  GPtrArray *items;
  gboolean done;
  GError *error;
};

static void
call_free (gpointer data)
{
  Call *self = data;

  g_free (self->folder.path);
  g_free (self->folder.label);
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void spil_folder_carrier_implement (SpilCarrierInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpilFolderCarrier, spil_folder_carrier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SPIL_TYPE_CARRIER, spil_folder_carrier_implement))

/* The thread gets copies of all: it may outlive the carrier. */
static Call *
call_new (SpilFolderCarrier *self, void (*function) (Call *), const char *name)
{
  Call *call = g_new0 (Call, 1);

  call->folder.path = g_strdup (self->path);
  call->folder.label = g_strdup (self->label);
  call->folder.fault = self->fault;
  call->folder.fault_data = self->fault_data;
  call->function = function;
  call->name = g_strdup (name);
  return call;
}

static void
run_call (SpilLimitedThread *thread, gpointer data)
{
  Call *call = data;

  call->folder.thread = thread;
  call->function (call);
}

/* Carries out @call, which is freed, unless it is returned with what it found. */
static Call *
perform (SpilFolderCarrier *self, Call *call, GCancellable *cancellable, GError **error)
{
  SpilLimitedOutcome outcome = SPIL_LIMITED_LATE;

  if (spil_limited_thread_count_left () < SPIL_FOLDER_CARRIER_MAX_STUCK)
    outcome = spil_limited_thread_run (self->thread, run_call, call, call_free, self->patience * 1000,
                                       cancellable);
  else
    call_free (call);
  if (outcome == SPIL_LIMITED_LATE)
    spil_folder_error_set (error, self->label, ETIMEDOUT);
  else if (outcome == SPIL_LIMITED_CANCELLED)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  if (outcome != SPIL_LIMITED_DONE)
    return NULL;
  if (call->done)
    return call;
  g_propagate_error (error, g_steal_pointer (&call->error));
  call_free (call);
  return NULL;
}

static const char *
get_label (SpilCarrier *carrier)
{
  return SPIL_FOLDER_CARRIER (carrier)->label;
}

static void
call_check (Call *call)
{
  call->done = spil_folder_check (&call->folder, &call->error);
}

static gboolean
check (SpilCarrier *carrier, GCancellable *cancellable, GError **error)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (carrier);
  g_autoptr (Call) call = perform (self, call_new (self, call_check, ""), cancellable, error);

  return call != NULL;
}

static void
call_list (Call *call)
{
  call->items = spil_folder_list (&call->folder, call->name, call->flag, &call->error);
  call->done = call->items != NULL;
}

static GPtrArray *
list (SpilCarrier *carrier, const char *folder, gboolean folders, GCancellable *cancellable, GError **error)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (carrier);
  Call *asked = call_new (self, call_list, folder);
  g_autoptr (Call) call = NULL;

  asked->flag = folders;
  call = perform (self, asked, cancellable, error);
  return call == NULL ? NULL : g_steal_pointer (&call->items);
}

static void
call_get (Call *call)
{
  call->bytes = spil_folder_get (&call->folder, call->name, call->limit, &call->error);
  call->done = call->bytes != NULL;
}

static GBytes *
get (SpilCarrier *carrier, const char *name, gsize limit, GCancellable *cancellable, GError **error)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (carrier);
  Call *asked = call_new (self, call_get, name);
  g_autoptr (Call) call = NULL;

  asked->limit = limit;
  call = perform (self, asked, cancellable, error);
  return call == NULL ? NULL : g_steal_pointer (&call->bytes);
}

static void
call_put (Call *call)
{
  call->done = spil_folder_put (&call->folder, call->name, call->bytes, call->flag, &call->error);
}

static gboolean
put (SpilCarrier *carrier, const char *name, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (carrier);
  Call *asked = call_new (self, call_put, name);
  const char *base;
  g_autofree char *folder = spil_folder_split (name, &base);
  g_autoptr (Call) call = NULL;

  asked->bytes = g_bytes_ref (bytes);
  asked->flag = !g_hash_table_contains (self->swept, folder);
  call = perform (self, asked, cancellable, error);
  if (call == NULL)
    return FALSE;
  g_hash_table_add (self->swept, g_steal_pointer (&folder));
  return TRUE;
}

static void
call_remove (Call *call)
{
  call->done = spil_folder_remove (&call->folder, call->name, &call->error);
}

static gboolean
remove_file (SpilCarrier *carrier, const char *name, GCancellable *cancellable, GError **error)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (carrier);
  g_autoptr (Call) call = perform (self, call_new (self, call_remove, name), cancellable, error);

  return call != NULL;
}

static void
spil_folder_carrier_implement (SpilCarrierInterface *interface)
{
  interface->get_label = get_label;
  interface->check = check;
  interface->list = list;
  interface->get = get;
  interface->put = put;
  interface->remove = remove_file;
}

static void
spil_folder_carrier_finalize (GObject *object)
{
  SpilFolderCarrier *self = SPIL_FOLDER_CARRIER (object);

  spil_limited_thread_free (self->thread);
  g_hash_table_unref (self->swept);
  g_free (self->path);
  g_free (self->label);
  G_OBJECT_CLASS (spil_folder_carrier_parent_class)->finalize (object);
}

static void
spil_folder_carrier_class_init (SpilFolderCarrierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_folder_carrier_finalize;
}

static void
spil_folder_carrier_init (SpilFolderCarrier *self)
{
  self->patience = SPIL_FOLDER_CARRIER_PATIENCE_MS;
  self->thread = spil_limited_thread_new ("spil-folder");
  self->swept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/*
 * What people know the folder by. In a sandbox a chosen folder has the path /run/user/1000/doc/5f2c8e1a/Name, or /run/flatpak/doc/5f2c8e1a/Name, of
 * which only what comes after the number means something.
 */
static char *
dup_label (const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  const char *portal = strstr (shown, "/doc/");
  const char *name = portal == NULL ? NULL : strchr (portal + strlen ("/doc/"), '/');

  if (g_str_has_prefix (shown, "/run/") && name != NULL && name[1] != '\0')
    return g_strdup (name + 1);
  return g_steal_pointer (&shown);
}

SpilCarrier *
spil_folder_carrier_new (const char *path)
{
  SpilFolderCarrier *self;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  self = g_object_new (SPIL_TYPE_FOLDER_CARRIER, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->label = dup_label (self->path);
  return SPIL_CARRIER (self);
}

void
spil_folder_carrier_set_patience (SpilFolderCarrier *self, gint64 limit)
{
  g_return_if_fail (SPIL_IS_FOLDER_CARRIER (self));

  self->patience = limit;
}

void
spil_folder_carrier_set_fault (SpilFolderCarrier *self, SpilFolderFault fault, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_FOLDER_CARRIER (self));

  self->fault = fault;
  self->fault_data = user_data;
}
