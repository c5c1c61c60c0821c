using System.Net.Sockets;

namespace Guidan.FaultTests;

/// <summary>A request that nobody answered: the shop was killed before, while or after it heard it.</summary>
internal static class Unanswered
{
    /// <summary>Whether a request ended so. A connection that was reset while it was opened says so with the bare socket's error.</summary>
    public static bool Is(Exception cause) => cause is HttpRequestException or IOException or TaskCanceledException or SocketException;
}
