namespace PartyCms.WeChat.Simulator.Figures;

/// <summary>What WeChat counted on one day.</summary>
/// <param name="Joined">Who followed.</param>
/// <param name="Left">Who left.</param>
/// <param name="Total">How many followed at its end.</param>
public sealed record CountedDay(int Joined, int Left, int Total);
