namespace BriPipeline.Core.Trade;

/// <summary>The codes of money of ISO 4217, those of currencies that were replaced since 1980 among them.</summary>
internal static class Currencies
{
    private static readonly HashSet<string> Codes = new(
        (
            "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY"
            + " COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR"
            + " IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR"
            + " MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD"
            + " SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG"
            + " XDR XOF XPF YER ZAR ZMW ZWG"
            + " ADP AFA AON ATS AZM BEF BGL BRC BRE BRN BRR BYB BYR CSD CSK CUC CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL"
            + " LTL LUF LVL MGF MRO MTL MXP MZM NLG PLZ PTE ROL RUR SDD SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK VEB VEF XEU YUD YUM ZMK ZWD ZWL"
        ).Split(' '),
        StringComparer.Ordinal
    );

    public static bool IsCode(string text) => Codes.Contains(text);
}
