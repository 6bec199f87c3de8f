namespace AreaSend.Lists.Tracking;

/// <summary>The four areas of need (¶ 92).</summary>
public enum AreaOfNeed
{
    /// <summary>The primary need belongs to none of the four, or is not given.</summary>
    Other,

    /// <summary>Communication and interaction: SLCN, ASD.</summary>
    CommunicationAndInteraction,

    /// <summary>Cognition and learning: SPLD, MLD, SLD, PMLD.</summary>
    CognitionAndLearning,

    /// <summary>Social, emotional and mental health difficulties: SEMH.</summary>
    SocialEmotionalAndMentalHealth,

    /// <summary>Sensory and/or physical needs: HI, VI, MSI, PD.</summary>
    SensoryAndOrPhysical,
}
