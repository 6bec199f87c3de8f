using AreaSend.Services.Mail;

namespace AreaSend.Services.Tests.Mail;

/// <summary>Addresses as people paste them: what cannot be seen is taken off, what cannot arrive is found while there is time.</summary>
public sealed class AddressFormTests
{
    [Theory]
    [InlineData("zoe@example.org")]
    [InlineData("o'connor@example.org")]
    [InlineData("first.last+send@sub.example.co.uk")]
    [InlineData("q@xn--e1afmkfd.xn--p1ai")] // a domain of another alphabet, as mail servers write it
    [InlineData("q@пример.рф")] // and as people write it
    [InlineData("jo@bücher.example")]
    public void WhyNot_WhatCanArrive_IsNull(string address) => Assert.Null(AddressForm.WhyNot(address));

    [Theory]
    [InlineData("", "correct form")]
    [InlineData("jo", "correct form")]
    [InlineData("jo@", "correct form")]
    [InlineData("jo@example", "cannot be reached")] // no such domain on the internet
    [InlineData("jo@-example.org", "cannot be reached")]
    [InlineData("q@-", "cannot be reached")]
    [InlineData("jo@example-.org", "cannot be reached")]
    [InlineData("jo@example..org", "cannot be reached")]
    [InlineData("jo@192.0.2.1", "cannot be reached")]
    [InlineData("q@[127.0.0.1]", "cannot be reached")]
    [InlineData("jo smith@example.org", "correct form")]
    [InlineData("a@b@example.org", "correct form")]
    [InlineData(".jo@example.org", "correct form")]
    [InlineData("jo.@example.org", "correct form")]
    [InlineData("Jo <jo@example.org>", "correct form")]
    [InlineData("jo@example.org, al@example.org", "correct form")]
    [InlineData("zoë@example.org", "correct form")] // our way of sending carries no other letters before the @
    [InlineData("o\u2019connor@example.org", "curly apostrophe")]
    [InlineData("jo\u200B@example.org", "cannot be seen")]
    [InlineData("jo@ex\u202Eample.org", "cannot be seen")]
    [InlineData("jo@example.org\r\nBcc: al@example.org", "cannot be seen")]
    [InlineData("jo@ex\u0430mple.org", "several alphabets")] // a Cyrillic а
    public void WhyNot_WhatCannotArrive_SaysWhatToDo(string address, string says) => Assert.Contains(says, AddressForm.WhyNot(address));

    [Theory]
    [InlineData("\uFEFFjo@example.org\u200B ", "jo@example.org")]
    [InlineData("\u202Ajo@example.org\u202C", "jo@example.org")] // as Windows' contact cards paste it
    [InlineData("\u00A0jo@example.org\r\n", "jo@example.org")]
    [InlineData("jo@example.org", "jo@example.org")]
    [InlineData(null, "")]
    public void Clean_TakesOffWhatCannotBeSeen(string? typed, string address) => Assert.Equal(address, AddressForm.Clean(typed));

    [Theory]
    [InlineData("Surname, Forename", "Surname Forename")] // SendGrid takes it with 202 and drops the e-mail (sendgrid-csharp #268)
    [InlineData("Surname; Forename", "Surname Forename")]
    [InlineData("Eve\r\nBcc: al@example.org", "Eve Bcc: al@example.org")]
    [InlineData("Eve \u202Egro.elpmaxe", "Eve gro.elpmaxe")]
    [InlineData("Zoë O'Connor", "Zoë O'Connor")]
    [InlineData("\u200B", "")]
    [InlineData("\u3164\u2800", "")] // letters that are drawn as nothing
    public void DisplayName_IsOneLineWithoutSignsOfAnAddressLine(string name, string shown) => Assert.Equal(shown, DisplayName.Of(name));

    [Fact]
    public void Passage_KeepsItsLinesAndNothingUnseen() =>
        Assert.Equal("First line\nsecond line", VisibleText.Passage("First\u200B line\r\n  \u202Esecond line \r\n"));
}
