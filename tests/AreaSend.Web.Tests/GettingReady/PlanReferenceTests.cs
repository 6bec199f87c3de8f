using AreaSend.Services.GettingReady.Audits;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>A plan stands in the room by its reference number; what looks like a child's data is refused.</summary>
public sealed class PlanReferenceTests
{
    private static readonly LocalDate Today = new(2025, 9, 1);

    [Theory]
    [InlineData("10234", "a plain number")]
    [InlineData("EHCP-10234", "with the usual letters")]
    [InlineData("2024/0513", "a year and a running number")]
    [InlineData("P120513", "six digits that could be a date, with a letter before them")]
    [InlineData("451399", "six digits that are no date")]
    [InlineData("123456789", "nine digits: no NHS number has so few")]
    [InlineData("12052035", "eight digits whose year is to come")]
    [InlineData("SEN2-77-A", "letters, digits and hyphens mixed")]
    public void WhyNot_ReferenceOfASystem_IsTaken(string reference, string because) => Assert.True(PlanReference.WhyNot(reference, Today) is null, because);

    [Theory]
    [InlineData("Smith", "a name")]
    [InlineData("Jo", "a name")]
    [InlineData("Jo Bloggs", "a name")]
    [InlineData("Bloggs12", "a name")]
    [InlineData("Jo 12", "a name")]
    [InlineData("José3", "letters, digits")]
    [InlineData("12/05/2013", "a date of birth")]
    [InlineData("1.2.12", "a date of birth")]
    [InlineData("2013-05-12", "a date of birth")]
    [InlineData("12 May 2013", "a date of birth")]
    [InlineData("12may13", "a date of birth")]
    [InlineData("12052013", "a date of birth")]
    [InlineData("20130512", "a date of birth")]
    [InlineData("120513", "a date of birth")]
    [InlineData("JB-12-05-2013", "a date of birth")]
    [InlineData("943 476 5919", "an NHS number")]
    [InlineData("943-476-5919", "an NHS number")]
    [InlineData("9434765919", "an NHS number")]
    [InlineData("9434765910", "an NHS number")]
    [InlineData("NHS9434765919", "an NHS number")]
    [InlineData("ZZ-01022012", "a date of birth")]
    [InlineData("A123456789012", "a unique pupil number")]
    [InlineData("QQ123456C", "a National Insurance number")]
    [InlineData("jo@example.org", "an e-mail address")]
    [InlineData("EHCP#12", "letters, digits")]
    [InlineData("EHCP-10234-10234-10234", "of 20 characters or fewer")]
    public void WhyNot_WhatLooksLikeAChildsData_SaysWhatItLooksLike(string reference, string says)
    {
        var because = PlanReference.WhyNot(reference, Today);

        Assert.Contains(says, because, StringComparison.Ordinal);
        Assert.Contains("Enter ", because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Her NHS number 943 476 5919 stands in section G", true)]
    [InlineData("UPN A123456789012.", true)]
    [InlineData("She was born on 1 February 2012", true)]
    [InlineData("dob 01/02/2012", true)]
    [InlineData("Ask parent@example.org", true)]
    [InlineData("Call 07700 900123", true)]
    [InlineData("Advice came after 6 weeks and 2 days, 20 hours a week are specified", false)]
    [InlineData("Reviewed on 12 May 2025, 3 weeks late; 250 words", false)]
    public void In_Comment_FindsNumbersAndLeavesDates(string comment, bool found) => Assert.Equal(found, ChildNumber.In(comment) is not null);
}
