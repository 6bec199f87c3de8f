namespace AreaSend.Services.Mail;

/// <summary>Settings under <c>AreaSend:Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>The mail server that takes our mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Where it listens: 587 for mail that is handed in, usually 465 for <c>Tls</c>.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Who signs in there. Empty: nobody does, since the server knows this machine.</summary>
    public string User { get; set; } = "";

    /// <summary>That user's password. A secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>How the connection is kept from others: <c>StartTls</c>, <c>Tls</c> or <c>None</c>.</summary>
    public string Security { get; set; } = nameof(SmtpSecurity.StartTls);

    /// <summary>
    /// A PEM file with the certificate of the authority that vouches for the server, where this machine does not know it. Empty: those that it knows.
    /// </summary>
    public string AuthorityFile { get; set; } = "";

    /// <summary>How long handing over one e-mail may take before it counts as not taken, in seconds.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>What <see cref="Security"/> names; null for what is none of them.</summary>
    internal SmtpSecurity? Safety =>
        Enum.GetValues<SmtpSecurity>()
            .Cast<SmtpSecurity?>()
            .FirstOrDefault(kind => string.Equals(kind.ToString(), Security, StringComparison.OrdinalIgnoreCase));
}

/// <summary>How a connection to a mail server is kept from others.</summary>
internal enum SmtpSecurity
{
    /// <summary>Begun in the open and then encrypted (STARTTLS). A server that does not offer that gets no mail.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Not at all: only for a server on this machine.</summary>
    None,
}
