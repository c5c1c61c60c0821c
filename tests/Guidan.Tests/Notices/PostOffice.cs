using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Buffers;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Guidan.Tests.Notices;

/// <summary>A letter as it arrived.</summary>
internal sealed record Mailed(string To, string From, string Subject, string Text, string Id, string? Auto);

/// <summary>A mail server on loopback that keeps what it is given and refuses what the test says.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    public const string User = "shop";
    public const string Password = "right";

    /// <summary>Mailboxes that begin so do not exist.</summary>
    public const string Nobody = "nobody";

    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    private PostOffice(int port)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).AllowUnsecureAuthentication().AuthenticationRequired()).Build();
        var services = new ServiceProvider();
        services.Add(new Keeper(this));
        services.Add((IMailboxFilterFactory)new Door());
        services.Add((IUserAuthenticatorFactory)new Known());
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }
    public ConcurrentQueue<Mailed> Letters { get; } = new();

    /// <summary>So many letters are refused for now before one is taken.</summary>
    public int Busy;

    /// <summary>Only letters to this address are put off.</summary>
    public string? BusyFor { get; set; }

    public static async Task<PostOffice> Open()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        var office = new PostOffice(port);
        await ShopFixture.Eventually(async () =>
        {
            using var wire = new TcpClient();
            await wire.ConnectAsync(IPAddress.Loopback, port);
        });
        return office;
    }

    public IReadOnlyList<Mailed> To(string address) => Letters.Where(l => l.To == address).ToList();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }
        stop.Dispose();
    }

    private sealed class Keeper(PostOffice office) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var letter = await MimeMessage.LoadAsync(stream, cancellationToken);
            var to = letter.To.Mailboxes.Single().Address;
            if (to == office.BusyFor && Interlocked.Decrement(ref office.Busy) >= 0) return SmtpResponse.TransactionFailed;
            office.Letters.Enqueue(new(to, letter.From.ToString(), letter.Subject ?? "", letter.TextBody ?? "", letter.MessageId ?? "", letter.Headers["Auto-Submitted"]));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Door : MailboxFilter, IMailboxFilterFactory
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!to.User.StartsWith(Nobody, StringComparison.Ordinal));

        public IMailboxFilter CreateInstance(ISessionContext context) => this;
    }

    private sealed class Known : UserAuthenticator, IUserAuthenticatorFactory
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == User && password == Password);

        public IUserAuthenticator CreateInstance(ISessionContext context) => this;
    }
}
