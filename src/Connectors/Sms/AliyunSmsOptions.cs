namespace Guidan.Connectors;

/// <summary>Settings of text messages by Alibaba Cloud, bound from <c>Notices:Sms</c>.</summary>
public sealed class AliyunSmsOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Notices:Sms";

    /// <summary>Where messages are handed in.</summary>
    public string Url { get; set; } = "https://dysmsapi.aliyuncs.com/";

    /// <summary>The account's key.</summary>
    public string AccessKeyId { get; set; } = "";

    /// <summary>What requests are signed with.</summary>
    public string AccessKeySecret { get; set; } = "";

    /// <summary>The approved signature (签名) that stands before each message.</summary>
    public string SignName { get; set; } = "";

    /// <summary>The approved template.</summary>
    public string TemplateCode { get; set; } = "";

    /// <summary>The template's one variable, which takes the subject.</summary>
    public string Variable { get; set; } = "what";
}
