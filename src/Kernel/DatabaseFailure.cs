using System.Data.Common;

namespace Guidan.Kernel;

/// <summary>
/// Finds what the database said in what was thrown: EF wraps it once for a failed save and once more where a failure
/// seems to pass, and neither changes what it means.
/// </summary>
public static class DatabaseFailure
{
    /// <summary>The database's own exception, however deep it is wrapped; null when it was something else.</summary>
    public static DbException? In(Exception? cause)
    {
        while (cause is not null and not DbException) cause = cause.InnerException;
        return (DbException?)cause;
    }
}
