"""Who speaks in the detainee report, who is spoken of, and the project's own voice."""

from tools.demo.rows import Row, source

REPORT = "detainee-report"


def project_sources() -> list[Row]:
    """The project itself: what it adds is never put into a source's mouth."""
    return [
        source(
            "athar-project", "project", "Athar project", "مشروع أثر",
            about="Spellings and inferences that the project added itself. Each is marked as such where it stands.",
        ),
        source(
            "athar-gazetteer", "project", "Gazetteer of the Athar project", "دليل الأماكن في مشروع أثر",
            about="Governorates, towns, prisons, security branches and hospitals as they are generally known, with "
            "spellings that occur in lists. Where a place lies is as far as it says; what happened there it does not.",
        ),
    ]  # fmt: skip


def report_sources() -> list[Row]:
    """The report, the one who saw the list, the list, and the report on the mass grave."""
    return [
        source(
            REPORT, "news", "News report: “A Year After Assad's Fall, Families of Missing Detainees Languish without "
            "Answers”",
            "تقرير صحفي: «بعد عام على سقوط الأسد، عائلات المعتقلين المفقودين بلا أجوبة»",
            about="Written a year after December 2024, with what families, activists and officials told Reuters, and a "
            "photograph that Reuters dates 23 November 2025. The text names neither its author nor the paper nor the "
            "day. It estimates 150,000 people vanished in the prisons; Ahmad Helmi speaks of as many as 250,000. The "
            "Arabic title is the project's translation.",
        ),
        source(
            "reuters", "news", "Reuters", "رويترز", by=REPORT,
            about="Saw, after Assad's fall, a spreadsheet of dead Sednaya prisoners, and passed the finding about one "
            "of them to the Syrian Justice and Accountability Center, which informed his wife, Sarah al-Khattab.",
        ),
        source(
            "sednaya-spreadsheet-seen-by-reuters", "list", "Spreadsheet of dead Sednaya prisoners, seen by Reuters",
            "جدول بوفيات سجناء صيدنايا اطّلعت عليه رويترز", by="reuters",
            about="Athar does not have this spreadsheet. Of what it holds, the report tells one entry: the name Ali "
            "Mohsen al-Baridi, death dated 22 October 2019, “stopped pulse and breathing”, and orders that the body "
            "not be given to the family. It is no claim about anyone here until a record is linked by two people.",
        ),
        source(
            "spy-chief-report", "news",
            "News report: “Former Spy Chief and Assad's Cousin Plot Syrian Uprisings from Russia”",
            "تقرير صحفي: «رئيس استخبارات سابق وقريب للأسد يدبّران انتفاضات في سوريا من روسيا»",
            about="Retells, among other things, a Reuters investigation into a mass grave. The Arabic title is the "
            "project's translation.",
        ),
        source(
            "reuters-mass-grave-investigation", "news", "Reuters investigation of the moved mass grave",
            "تحقيق رويترز في نقل المقبرة الجماعية", by="spy-chief-report",
            about="Found, in the year of the report that retells it, that Maj. Gen. Kamal Hassan proposed moving a "
            "mass grave with thousands of bodies in 2018 to the Dhumair desert outside Damascus, to hide the scope of "
            "the atrocities. Where in the desert is not said.",
        ),
    ]  # fmt: skip


def organisations() -> list[Row]:
    """The bodies that the report names; we know of each only what it says."""
    return [
        source(
            "national-commission-for-missing-persons", "state", "National Commission for Missing Persons",
            "الهيئة الوطنية للمفقودين", by=REPORT,
            about="Established in May 2025 by President Ahmed al-Sharaa; its mandate, says its media adviser Zeina "
            "Shahla, is any missing Syrian whatever the circumstances. Hopes for a database of all the missing in 2026; "
            "exhumations are hardly likely before 2027. Signed a cooperation agreement with the ICRC and the ICMP in "
            "November 2025. The same month it urged families not to believe documents on detention shared on "
            "unofficial platforms, and threatened those outlets with legal action. Has met advocacy groups and "
            "families.",
        ),
        source(
            "sjac", "organisation", "Syrian Justice and Accountability Center (SJAC)",
            "المركز السوري للعدالة والمساءلة", by=REPORT,
            about="An advocacy group that works with families of the missing. Reuters passed it the finding about Ali "
            "Mohsen al-Baridi; it informed Sarah al-Khattab.",
        ),
        source(
            "taafi", "organisation", "Ta'afi", "تعافي", by=REPORT,
            about="An initiative for missing detainees and survivors of prison, led by the Syrian activist Ahmad Helmi.",
        ),
        source(
            "amnesty-international", "organisation", "Amnesty International", "منظمة العفو الدولية", by=REPORT,
            about="Its head, Agnes Callamard, asks the commission to report regularly on its progress and to consider "
            "financial aid to relatives. It called Sednaya “the human slaughterhouse”.",
        ),
        source(
            "icrc", "organisation", "International Committee of the Red Cross (ICRC)", "اللجنة الدولية للصليب الأحمر",
            by=REPORT,
            about="Based in Geneva. The national commission signed a cooperation agreement with it in November 2025.",
        ),
        source(
            "icmp", "organisation", "International Commission on Missing Persons (ICMP)",
            "اللجنة الدولية لشؤون المفقودين", by=REPORT,
            about="The national commission signed a cooperation agreement with it in November 2025.",
        ),
        source(
            "virtual-prison-museum", "organisation", "Virtual prison museum (founded by Amer Matar)",
            "متحف افتراضي للسجون أسسه عامر مطر", by=REPORT,
            about="Keeps what detainees went through. Syrian authorities briefly detained its founder, the activist "
            "Amer Matar, in September 2025 and accused him of illegally accessing official documents for personal "
            "purposes. The report does not give the museum's name.",
        ),
    ]  # fmt: skip
