namespace Guidan.Connectors;

/// <summary>Settings of outgoing mail, bound from <c>Notices:Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Section of the configuration that holds these settings.</summary>
    public const string Section = "Notices:Mail";

    /// <summary>The server that takes mail, e.g. <c>smtp.exmail.qq.com</c>; empty where no mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 with <c>starttls</c>, 465 with <c>tls</c>.</summary>
    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c>, or <c>none</c> for a server on this machine.</summary>
    public string Security { get; set; } = "starttls";

    /// <summary>The account; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password; with most providers one made for programs.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that letters come from.</summary>
    public string From { get; set; } = "";

    /// <summary>The name beside it; empty for none.</summary>
    public string FromName { get; set; } = "";

    /// <summary>How long one step of the conversation may take.</summary>
    public int TimeoutSeconds { get; set; } = 10;
}
