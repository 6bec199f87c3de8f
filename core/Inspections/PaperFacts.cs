using NodaTime;

namespace AreaSend.Core.Inspections;

// A paper is the document of something that happened, such as the draft report.
// It is known here by its identifier: no file name, and nothing that stands in it.

/// <summary>The paper of something that happened was put here, or a later version of it. It is given to nobody before it has passed every check.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Paper">Key of its kind (<see cref="PaperKind"/>).</param>
/// <param name="Of">Position of the fact whose paper it is. When that is corrected or taken back, the paper is withdrawn with it.</param>
public sealed record PaperFiled(Instant HappenedAt, Guid Document, string Paper, int Of) : Fact(HappenedAt);

/// <summary>A paper passed every check: those whom it is for may have it.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The fingerprint of what was checked and is kept, 64 hexadecimal digits.</param>
public sealed record PaperAccepted(Instant HappenedAt, Guid Document, long Bytes, string Sha256) : Fact(HappenedAt);

/// <summary>A paper was refused, or was lost after it had been accepted. What happened stands without it, until another is put here.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Document">Its identifier.</param>
/// <param name="Rule">The name of the rule that it breaks; <see cref="UploadRefused.Lost"/> where our storage lost it.</param>
/// <param name="Because">What is wrong and how to mend it, in sentences that quote nothing from the file or its name.</param>
public sealed record PaperRefused(Instant HappenedAt, Guid Document, string Rule, string Because) : Fact(HappenedAt);
