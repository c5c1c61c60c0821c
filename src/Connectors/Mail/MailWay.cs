using System.Net.Sockets;
using Guidan.Kernel;
using Guidan.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Guidan.Connectors;

/// <summary>
/// Mail by SMTP. One connection is kept while letters follow one another closely; whatever goes wrong is an answer:
/// again later, or never for a mailbox that the server does not know.
/// </summary>
public sealed class MailWay(IOptions<MailOptions> options, TimeProvider clock) : INoticeWay, IAsyncDisposable
{
    private const int Refused = 500;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(20);
    private static readonly Dictionary<string, SecureSocketOptions> Securities = new()
    {
        ["starttls"] = SecureSocketOptions.StartTls, ["tls"] = SecureSocketOptions.SslOnConnect, ["none"] = SecureSocketOptions.None,
    };
    private readonly SemaphoreSlim door = new(1, 1);
    private SmtpClient? kept;
    private DateTimeOffset usedAt;

    /// <inheritdoc/>
    public string Code => "mail";

    /// <inheritdoc/>
    public Text Name => new("邮件", "Mail");

    /// <inheritdoc/>
    public bool IsOn => options.Value is { Host.Length: > 0 } or { From.Length: > 0 } or { User.Length: > 0 };

    /// <inheritdoc/>
    public bool IsReady => IsOn && Missing is null;

    private Text? Missing => options.Value switch
    {
        { Host.Length: 0 } => new("没填 Notices:Mail:Host", "Notices:Mail:Host is missing"),
        { Port: < 1 or > 65535 } => new("Notices:Mail:Port 应为1到65535", "Notices:Mail:Port is 1 to 65535"),
        var o when !Securities.ContainsKey(o.Security) => new("Notices:Mail:Security 应为 starttls、tls、none 之一", "Notices:Mail:Security is one of starttls, tls, none"),
        var o when Emails.Normalize(o.From) is null => new("Notices:Mail:From 不是邮箱地址", "Notices:Mail:From is no e-mail address"),
        { User.Length: > 0, Password.Length: 0 } => new("没填 Notices:Mail:Password", "Notices:Mail:Password is missing"),
        _ => null,
    };

    /// <summary>Greets the server and signs in, as before each letter.</summary>
    public async Task<Text?> Trouble(CancellationToken ct)
    {
        if (!IsOn) return null;
        if (Missing is { } missing) return missing;
        try
        {
            using var client = await Connect(ct);
            await client.DisconnectAsync(true, ct);
            return null;
        }
        catch (AuthenticationException)
        {
            return new("服务器不认账号或密码：看 Notices:Mail:User 和 Password", "The server does not know the account or password: see Notices:Mail:User and Password");
        }
        catch (Exception cause) when (IsOfTheWire(cause) && !ct.IsCancellationRequested)
        {
            return new($"连不上 {options.Value.Host}:{options.Value.Port}：{cause.Message}", $"{options.Value.Host}:{options.Value.Port} does not answer: {cause.Message}");
        }
    }

    /// <inheritdoc/>
    public async Task<Delivery> Send(Letter letter, CancellationToken ct)
    {
        if (!MailboxAddress.TryParse(letter.To, out var to)) return Delivery.Dead("not an e-mail address");
        await door.WaitAsync(ct);
        try
        {
            if (kept is not { IsConnected: true } || clock.GetUtcNow() - usedAt > KeptFor)
            {
                kept?.Dispose();
                kept = await Connect(ct);
            }
            await kept.SendAsync(Message(letter, to), ct);
            usedAt = clock.GetUtcNow();
            return Delivery.Done;
        }
        catch (SmtpCommandException cause) when (cause.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)cause.StatusCode >= Refused)
        {
            return Delivery.Dead($"{(int)cause.StatusCode} {cause.Message}");
        }
        catch (Exception cause) when (IsOfTheWire(cause) && !ct.IsCancellationRequested)
        {
            kept?.Dispose();
            kept = null;
            return Delivery.Retry(cause.Message);
        }
        finally
        {
            door.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await door.WaitAsync();
        kept?.Dispose();
        door.Dispose();
    }

    private async Task<SmtpClient> Connect(CancellationToken ct)
    {
        var o = options.Value;
        var client = new SmtpClient { Timeout = o.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(o.Host, o.Port, Securities[o.Security], ct);
            if (o.User.Length > 0) await client.AuthenticateAsync(o.User, o.Password, ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private MimeMessage Message(Letter letter, MailboxAddress to)
    {
        var o = options.Value;
        var message = new MimeMessage { Subject = letter.Subject, Date = clock.GetUtcNow(), MessageId = $"{letter.Key}@{o.From[(o.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}" };
        message.From.Add(new MailboxAddress(o.FromName, o.From));
        message.To.Add(to);
        // Machines that answer by themselves do not answer to this.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart("plain") { Text = letter.Body };
        return message;
    }

    private static bool IsOfTheWire(Exception cause) => cause is SmtpCommandException or SmtpProtocolException or AuthenticationException
        or SslHandshakeException or SocketException or IOException or NotSupportedException or OperationCanceledException or TimeoutException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException;
}
