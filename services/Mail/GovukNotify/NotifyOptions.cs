namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>Settings under <c>AreaSend:Mail:GovukNotify</c>.</summary>
public sealed class NotifyOptions
{
    /// <summary>An API key as GOV.UK Notify shows it once: its name, the service's id and the secret itself. A secret.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The template that every notice leaves by: its subject is <c>((subject))</c>, its message <c>((body))</c>.</summary>
    public string TemplateId { get; set; } = "";

    /// <summary>The bearer token that its delivery receipts come with. Empty: none is believed. A secret.</summary>
    public string CallbackToken { get; set; } = "";

    /// <summary>The id of the service's reply-to address for Ofsted's notices. Empty: the service's own.</summary>
    public string OfstedReplyToId { get; set; } = "";

    /// <summary>The id of the service's reply-to address for CQC's notices. Empty: the service's own.</summary>
    public string CqcReplyToId { get; set; } = "";

    /// <summary>Where its interface answers.</summary>
    public string BaseAddress { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>How long to wait for an answer before it counts as not taken, in seconds.</summary>
    public double TimeoutSeconds { get; set; } = 30;
}
